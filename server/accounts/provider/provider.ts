// Speaks to the identity provider: sends a person there, and takes back who it says they are. The only file that knows
// openid-client. It knows no account; whose a subject is stands in subjects.ts.
import * as oidc from 'openid-client';
import type { ProviderEnvironment } from '../../../host/process/sign-in-settings.ts';

/** Of each of its answers; four are waited for at the most. */
const LIMIT_SECONDS = 5;
/** What it said of itself is asked for again after this. */
const KNOWN_MS = 3_600_000;

export interface ProviderSettings extends Omit<ProviderEnvironment, 'clientSecretFile'> {
  clientSecret: string | null;
  /** How long one of its answers is waited for. */
  limitSeconds?: number;
}

/** What is remembered of somebody who was sent there. */
export interface SentOut {
  state: string;
  nonce: string;
  /** PKCE's. */
  verifier: string;
  redirectUri: string;
}

/** What an ID token says, proven: signed by the provider's own key, for us, for this very journey. */
export type Claims = Readonly<Record<string, unknown>> & { sub: string };

/**
 * away: no answer in time, or none that can be read. denied: the person or the provider said no. refused: the code is used up or
 * too old, or this client is not known there. unproven: what came is not what was asked for, or not signed by its key.
 */
export type ProviderFault = 'away' | 'denied' | 'refused' | 'unproven';

export class ProviderFailure extends Error {
  readonly fault: ProviderFault;
  /** For the log: holds no token, no code and no secret. */
  readonly reason: string;
  constructor(fault: ProviderFault, reason: string) {
    super(`${fault}: ${reason}`);
    this.name = 'ProviderFailure';
    this.fault = fault;
    this.reason = reason;
  }
}

export type Provider = ReturnType<typeof createProvider>;

export function createProvider(settings: ProviderSettings, nowMs: () => number = Date.now) {
  let known: { config: oidc.Configuration; sinceMs: number } | null = null;
  const configuration = async (): Promise<oidc.Configuration> => {
    if (known && nowMs() - known.sinceMs < KNOWN_MS) return known.config;
    const config = await discovered(settings);
    known = { config, sinceMs: nowMs() };
    return config;
  };
  return {
    issuer: settings.issuer,
    label: settings.label,
    claim: settings.claim,
    /** Where to send a person. @throws ProviderFailure */
    sendOut: async (redirectUri: string): Promise<SentOut & { url: string }> => {
      const config = await orFailure(configuration);
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
      const verifier = oidc.randomPKCECodeVerifier();
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scopes.join(' '),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, state, nonce, verifier, redirectUri };
    },
    /** @param search what it sent back in the address. @throws ProviderFailure */
    takeBack: (search: string, sent: SentOut): Promise<Claims> =>
      orFailure(async () => {
        const config = await configuration();
        const { state: expectedState, nonce: expectedNonce, verifier: pkceCodeVerifier } = sent;
        const checks = { expectedState, expectedNonce, pkceCodeVerifier };
        const tokens = await oidc.authorizationCodeGrant(config, new URL(search, sent.redirectUri), checks);
        const proven = tokens.claims();
        if (proven === undefined) throw new ProviderFailure('unproven', 'no ID token');
        // One address that speaks for many tenants would make their subjects one.
        if (new URL(proven.iss).href !== settings.issuer)
          throw new ProviderFailure('unproven', 'another issuer');
        if (settings.claim === null || settings.claim in proven) return proven;
        // The standard has a provider tell names apart from the ID token.
        return { ...(await oidc.fetchUserInfo(config, tokens.access_token, proven.sub)), ...proven };
      }),
  };
}

function discovered({
  issuer,
  clientId,
  clientSecret,
  limitSeconds: timeout = LIMIT_SECONDS,
}: ProviderSettings): Promise<oidc.Configuration> {
  // The ID token comes over the provider's own connection; its signature is looked at all the same.
  const execute = [oidc.enableNonRepudiationChecks];
  if (issuer.startsWith('http:')) execute.push(oidc.allowInsecureRequests);
  const ours = clientSecret === null ? oidc.None() : bySecret(clientSecret);
  return oidc.discovery(new URL(issuer), clientId, {}, ours, { execute, timeout });
}

/** In the request's head, as the standard has it unless the provider says otherwise. */
function bySecret(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...request) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? basic : post)(server, ...request);
  };
}

async function orFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error) ?? error;
  }
}

const UNREAD = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

function failureOf(error: unknown): ProviderFailure | null {
  if (error instanceof oidc.AuthorizationResponseError) {
    return new ProviderFailure(error.error === 'access_denied' ? 'denied' : 'refused', error.error);
  }
  if (error instanceof oidc.ResponseBodyError) return new ProviderFailure('refused', error.error);
  if (error instanceof oidc.ClientError) {
    const reason = `${error.code ?? ''} ${error.message}`.trim();
    const isUnread = UNREAD.has(error.code ?? '') || isConnection(error.cause);
    return new ProviderFailure(isUnread ? 'away' : 'unproven', reason);
  }
  return isConnection(error) ? new ProviderFailure('away', reasonOf(error)) : null;
}

/** The platform's fetch tells a lost connection by a TypeError with its cause, and a time that ran out by a DOMException. */
const isConnection = (error: unknown): error is Error =>
  (error instanceof TypeError && error.cause !== undefined) || error instanceof DOMException;

const reasonOf = ({ message, cause }: Error): string =>
  cause instanceof Error ? `${message}: ${cause.message}` : message;
