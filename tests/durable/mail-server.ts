// A mail server of its own for a test: keeps what it was given, and can be gone and come back on the same port.
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  port: number;
  /** Who was sent which message, in the order in which they came. */
  received: { to: string; id: string; text: string }[];
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: MailServer['received'] = [];
  let server = serverInto(received);
  const port = await listening(server, 0);
  return {
    port,
    received,
    goAway: () => new Promise((resolve) => server.close(() => resolve())),
    comeBack: async () => {
      server = serverInto(received);
      await listening(server, port);
    },
  };
}

function serverInto(received: MailServer['received']): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      stream.on('end', () => {
        const [recipient] = session.envelope.rcptTo;
        const id = /^Message-ID: *(\S+)/im.exec(text)?.[1] ?? '';
        received.push({ to: recipient?.address ?? '', id, text });
        done();
      });
    },
  });
  // A client that was killed leaves its connection in the middle of a word.
  server.on('error', () => undefined);
  return server;
}

function listening(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.server.address();
      if (address === null || typeof address === 'string') reject(new Error('it listens nowhere'));
      else resolve(address.port);
    });
  });
}
