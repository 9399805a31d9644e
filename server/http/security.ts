// What every answer and every changing request must observe, whoever asks: headers of the answer, and that a change
// comes from our own pages or a program, never from another site. Knows no account.
import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { ProblemError } from './problem/problem.ts';
import type { RequestEnv } from './request.ts';

/** Only what this server itself serves; no inline script, nobody may frame it. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  // A closed network often has plain http only: whether to insist on https is the reverse proxy's to say.
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
export const changes = (method: string): boolean => !SAFE.has(method);

/**
 * A form or another site cannot send our header; where the browser says where a request comes from, that must be this
 * server. @throws ProblemError crossSite
 */
export function requireSameSite(c: Context<RequestEnv>): void {
  const origin = c.req.header('Origin');
  const site = c.req.header('Sec-Fetch-Site');
  const sent = c.req.header('X-Sekimori-Request') === '1';
  const fromHere = site === undefined ? isOwnOrigin(origin, c.req.header('Host')) : site === 'same-origin';
  if (!sent || !fromHere) throw new ProblemError('crossSite');
}

/** A program sends no Origin; a browser always does with a change. */
function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

export function setCookies(c: Context<RequestEnv>, cookies: readonly string[]): void {
  const secure = c.get('https') ? '; Secure' : '';
  for (const cookie of cookies) c.header('Set-Cookie', `${cookie}${secure}`, { append: true });
}

/** A body that is no JSON is refused before anything reads it. */
export const jsonOnly: MiddlewareHandler<RequestEnv> = async (c, next) => {
  const length = c.req.header('Content-Length');
  const hasBody = c.req.header('Transfer-Encoding') !== undefined || (length !== undefined && length !== '0');
  const type = c.req.header('Content-Type') ?? '';
  if (changes(c.req.method) && hasBody && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new ProblemError('wrongType');
  }
  await next();
};
