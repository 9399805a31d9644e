// The OpenAPI 3.1 document, generated from the routes' own schemas.

import { SET_UP_HEADER } from '../access/first-set-up.ts';
import type { Api } from '../guarded-route.ts';
import { factSchemas } from './fact-schemas.ts';

const description = `自治体情報システム標準化の移行を管理する API です。記録は一つの入口（events）からのみ加わり、断られた場合は理由が返ります。
An API for the migration of municipal systems. Records are added through one door (events); a refusal names its reasons.
Changes need the session cookie with the header \`X-Sekimori-Request: 1\`, or a token.
Any request may name the account it is sent as (\`X-Sekimori-Account\`): where another is signed in by now, nothing is done (409 \`otherAccount\`).
A page that asks by itself, with nobody at it, says so (\`X-Sekimori-Unattended: 1\`): such a request does not keep the session alive.`;

export function registerDocument(api: Api): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sekimori.session_token',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  api.openAPIRegistry.registerComponent('securitySchemes', 'setUp', {
    type: 'apiKey',
    in: 'header',
    name: SET_UP_HEADER,
  });
}

export function documentOf(api: Api) {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: '関守 Sekimori', version: '1', description },
    servers: [{ url: '/api/v1' }],
  });
  allowNull(document);
  nameFacts(document);
  return document;
}

/** The door's body takes any object with a type; the document says which facts there are. */
function nameFacts({ components }: { components?: { schemas?: Record<string, object> } }): void {
  const schemas = components?.schemas;
  if (!schemas) return;
  const { components: facts, fact } = factSchemas();
  Object.assign(schemas, facts);
  const body = schemas.Submit;
  if (body && 'properties' in body) Object.assign(body.properties as object, { fact });
}

/** A list of values that may be null must name null as well; the library says it in the type alone. */
function allowNull(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  if ('enum' in part && Array.isArray(part.enum) && 'type' in part && Array.isArray(part.type)) {
    if (part.type.includes('null') && !part.enum.includes(null)) part.enum.push(null);
  }
  for (const inner of Object.values(part)) allowNull(inner);
}
