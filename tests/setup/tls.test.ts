// A Temporal behind TLS that asks for a certificate: set-up, worker and server all come through, and nobody without one.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDataFolder } from '../servers/data-folder.ts';
import { createOutsideServers, type OutsideServers } from '../servers/outside-servers.ts';
import { firstStartMs, startSupervised } from '../servers/supervisor.ts';
import { hasOpenssl, openTlsFront, type TlsFront } from '../servers/tls-front.ts';

describe.skipIf(!hasOpenssl)('a Temporal behind TLS', () => {
  let folder: ReturnType<typeof createDataFolder>;
  let servers: OutsideServers;
  let front: TlsFront;
  /** Half a minute is given to a Temporal: who has no certificate is turned away meanwhile. */
  let without: Promise<Refused>;
  beforeAll(async () => {
    folder = createDataFolder();
    servers = await createOutsideServers('tls');
    front = await openTlsFront(inject('temporalAddress'));
    without = startWithout();
    without.catch(() => undefined); // told by the test below
  });
  afterAll(async () => {
    front.close();
    await servers.drop();
    folder.remove();
  });

  it(
    'is used by all processes with the certificate they are given',
    async () => {
      const env = { ...servers.env, ...front.env };
      const tree = await startSupervised({ dataFolder: folder.path, env });
      await tree.untilSaid('to stop:');
      const ready = await fetch(`${tree.url}/readyz`);
      expect(await ready.json()).toMatchObject({ ready: true, temporal: true, worker: true, loaded: true });
      tree.child.kill('SIGTERM');
      expect(await tree.ended).toBe(0);
      expect(new Set(front.visitors)).toEqual(new Set(['sekimori']));
      expect(front.visitors.length).toBeGreaterThanOrEqual(3);
    },
    firstStartMs,
  );

  interface Refused {
    code: number | null;
    said: string;
    front: TlsFront;
  }

  async function startWithout(): Promise<Refused> {
    const own = { folder: createDataFolder(), front: await openTlsFront(inject('temporalAddress')) };
    const { TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY, ...withoutCertificate } = own.front.env;
    expect([TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY]).not.toContain(undefined);
    const env = { ...servers.env, ...withoutCertificate };
    const { ended, said } = await startSupervised({ dataFolder: own.folder.path, env });
    const code = await ended;
    own.front.close();
    own.folder.remove();
    return { code, said: said(), front: own.front };
  }

  it('turns away who has none, with the address and the variables to look at', async () => {
    const refused = await without;
    expect(refused.code).toBe(1);
    expect(refused.said).toContain(`${refused.front.env.TEMPORAL_ADDRESS}）の Temporal につながりません`);
    expect(refused.said).toContain('TEMPORAL_TLS_*');
    expect(refused.front.visitors).toContain(null);
  });
});
