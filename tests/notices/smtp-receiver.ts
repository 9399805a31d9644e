// A mail server of the test's own on a socket of its own, which takes mail, or fails in the way it is told to.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Receiver {
  port: number;
  /** Raw, as they came. */
  mails: string[];
  close: () => Promise<void>;
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

type Fault = 'none' | 'recipient 550' | 'recipient 450' | 'data 451' | 'data 552' | 'close after data';

/** Takes the mail of a fault that comes after it: whoever does not hear so sends it again. */
export async function openReceiver(fault: Fault, over: SMTPServerOptions = {}): Promise<Receiver> {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: over.key === undefined ? ['STARTTLS'] : [],
    onRcptTo: (_address, _session, done) => {
      if (fault === 'recipient 550') return done(refusal(550, 'no such mailbox'));
      return done(fault === 'recipient 450' ? refusal(450, 'try later') : undefined);
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (fault === 'data 451') return done(refusal(451, 'local trouble'));
        if (fault === 'data 552') return done(refusal(552, 'too large'));
        mails.push(Buffer.concat(chunks).toString('utf8'));
        if (fault === 'close after data') for (const socket of sockets) socket.destroy();
        else done();
      });
    },
    ...over,
  });
  server.on('error', () => undefined); // a client that goes away is the test's own doing
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port, mails, close };
}

/** Says so much of SMTP, then nothing more, or half a line. */
export async function openMute(
  says: (line: string) => string | null,
  greets = '220 mute ESMTP\r\n',
): Promise<Receiver> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined); // the client gives up: what the test waits for
    socket.write(greets);
    socket.on('data', (chunk) => {
      const answer = says(chunk.toString('utf8').trim());
      if (answer !== null) socket.write(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, mails: [], close };
}
