// Codes of an authenticator app (TOTP, RFC 6238): six digits, a new one each half minute. The only file that knows the library.
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** Half minutes that a device's clock may be off, either way. */
const SKEW = 1;
const KEY_BYTES = 20;

/** A new key, in the letters of base 32. */
export const newKey = (): string => new Secret({ size: KEY_BYTES }).base32;

/** As authenticator apps read it from a QR code. */
export const uriOf = (key: string, account: string): string => totpOf(key, account).toString();

/** Which half minute's code this is, of those around now; null where of none. */
export function halfMinuteOf(key: string, code: string, nowMs: number): number | null {
  const totp = totpOf(key, '');
  const off = totp.validate({ token: code, timestamp: nowMs, window: SKEW });
  return off === null ? null : totp.counter({ timestamp: nowMs }) + off;
}

const totpOf = (key: string, label: string): TOTP =>
  new TOTP({
    issuer: 'Sekimori',
    label,
    secret: Secret.fromBase32(key),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });
