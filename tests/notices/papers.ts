// An authority of the test's own and a server's certificate from it, made for the run by `openssl`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Papers {
  caFile: string;
  key: string;
  cert: string;
  remove: () => void;
}

export function issuePapers(): Papers {
  const folder = mkdtempSync(join(tmpdir(), 'sekimori-papers-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const newKey = (name: string) => [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    `${name}.key`,
  ];
  openssl('req', '-x509', ...newKey('ca'), '-days', '2', '-out', 'ca.pem', '-subj', '/CN=test authority');
  openssl('req', ...newKey('mail'), '-out', 'mail.csr', '-subj', '/CN=localhost');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost\n');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'mail.csr', ...signed, '-days', '2', '-out', 'mail.pem');
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return {
    caFile: join(folder, 'ca.pem'),
    key: read('mail.key'),
    cert: read('mail.pem'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
