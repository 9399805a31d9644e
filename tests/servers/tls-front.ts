// A front of Temporal that speaks TLS only and lets in only who shows a certificate of its own authority, as a cluster's
// gateway does. Certificates are made for the run by `openssl`.
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

export interface TlsFront {
  /** What a process needs to come through. */
  env: Record<string, string>;
  /** Who has come through, by the name in the certificate; null for whom it turned away. */
  visitors: (string | null)[];
  close: () => void;
}

const gatewayName = 'temporal.test';

/** @param address host:port of the Temporal behind it */
export async function openTlsFront(address: string): Promise<TlsFront> {
  const papers = issueCertificates();
  const visitors: TlsFront['visitors'] = [];
  const sockets = new Set<Socket>();
  const [host, port] = address.split(':');
  const { ca, key, cert } = papers.gateway;
  const demands = { requestCert: true, rejectUnauthorized: true, ALPNProtocols: ['h2'] };
  const server = createServer({ ca, key, cert, ...demands }, (visitor) => {
    visitors.push(String(visitor.getPeerCertificate().subject.CN));
    const inside = connect(Number(port), host);
    for (const socket of [visitor, inside]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()); // a side that goes is seen by the other as a close
    }
    visitor.pipe(inside).pipe(visitor);
  });
  server.on('tlsClientError', () => visitors.push(null));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const env = {
    TEMPORAL_ADDRESS: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    TEMPORAL_TLS_CA: papers.path('ca.pem'),
    TEMPORAL_TLS_CERT: papers.path('visitor.pem'),
    TEMPORAL_TLS_KEY: papers.path('visitor.key'),
    TEMPORAL_TLS_SERVER_NAME: gatewayName,
  };
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    papers.remove();
  };
  return { env, visitors, close };
}

function issueCertificates() {
  const folder = mkdtempSync(join(tmpdir(), 'sekimori-tls-'));
  const path = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const newKey = (name: string) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`];
  openssl('req', '-x509', ...newKey('ca'), '-days', '2', '-out', 'ca.pem', '-subj', '/CN=test authority');
  for (const [name, subject] of [
    ['gateway', gatewayName],
    ['visitor', 'sekimori'],
  ] as const) {
    writeFileSync(path(`${name}.ext`), `subjectAltName=DNS:${subject}`);
    openssl('req', ...newKey(name), '-out', `${name}.csr`, '-subj', `/CN=${subject}`);
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', `${name}.ext`];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signed, '-days', '2', '-out', `${name}.pem`);
  }
  const text = (name: string) => readFileSync(path(name));
  const gateway = { ca: text('ca.pem'), key: text('gateway.key'), cert: text('gateway.pem') };
  return { path, gateway, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
