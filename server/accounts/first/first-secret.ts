// The secret by which an installation that nobody administers is begun from a browser: told where the server starts, kept here alone and as
// its digest, gone with the process, and used up by the first administrator. Knows no route.
import { timingSafeEqual } from 'node:crypto';
import { digestOf } from '../access-tokens.ts';
import { generatePassword } from '../sign-in/password.ts';

export interface FirstSecret {
  /** A new one; an earlier one is good for nothing from now on. */
  make: () => string;
  /** Whether there is one to be asked for. */
  stands: () => boolean;
  isRight: (typed: string) => boolean;
  useUp: () => void;
}

export function createFirstSecret(): FirstSecret {
  let digest: string | null = null;
  return {
    make: () => {
      const secret = generatePassword();
      digest = digestOf(secret);
      return secret;
    },
    stands: () => digest !== null,
    isRight: (typed) =>
      digest !== null && timingSafeEqual(Buffer.from(digest), Buffer.from(digestOf(asMade(typed)))),
    useUp: () => {
      digest = null;
    },
  };
}

/** As it was made, however it was typed from paper: capitals, full-width letters and spaces are no other secret. */
const asMade = (typed: string): string => typed.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
