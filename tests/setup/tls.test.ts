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
  beforeAll(async () => {
    folder = createDataFolder();
    servers = await createOutsideServers('tls');
    front = await openTlsFront(inject('temporalAddress'));
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

  it('turns away who has none, with the address and the variables to look at', async () => {
    const { TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY, ...withoutCertificate } = front.env;
    expect([TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY]).not.toContain(undefined);
    const env = { ...servers.env, ...withoutCertificate };
    const { ended, said } = await startSupervised({ dataFolder: folder.path, env });
    expect(await ended).toBe(1);
    expect(said()).toContain(`${front.env.TEMPORAL_ADDRESS}）の Temporal につながりません`);
    expect(said()).toContain('TEMPORAL_TLS_*');
    expect(front.visitors).toContain(null);
  });
});
