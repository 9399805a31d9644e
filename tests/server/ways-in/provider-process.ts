// A real identity provider (oidc-provider) in a process of its own: whoever signs in there is called what they type. It tells its parent
// where it is. Told `foreign`, it shows another key than it signs with, under the same name.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type JWKS } from 'oidc-provider';
import { exitWithParent } from '../../../host/process/parent.ts';

exitWithParent(async () => undefined);
const [redirectUri = '', clientSecret = ''] = process.argv.slice(2);

const keyPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const named = { kid: 'one', use: 'sig', alg: 'RS256' };
  return {
    own: { ...privateKey.export({ format: 'jwk' }), ...named },
    shown: { ...publicKey.export({ format: 'jwk' }), ...named },
  };
};
const [own, foreign] = [keyPair(), keyPair()];
let shown = own.shown;
process.on('message', (word) => {
  shown = word === 'foreign' ? foreign.shown : own.shown;
  process.send?.({ told: word });
});

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'sekimori',
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    cookies: { keys: ['a key of tests'] },
    jwks: { keys: [own.own] } as JWKS,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: '試験の人', preferred_username: id.replace(/^sub-/, '') }),
    }),
    pkce: { required: () => true },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url !== '/jwks') return void answer(request, response);
    response.setHeader('Content-Type', 'application/jwk-set+json');
    response.end(JSON.stringify({ keys: [shown] }));
  });
  process.send?.({ issuer });
});
