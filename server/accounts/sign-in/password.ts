// Passwords: argon2id at OWASP's parameters, and generated ones a person can type. Knows no account.
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id is the library's default algorithm (its enum is a const enum, which isolated modules cannot read). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

export const verifyPassword = (given: { hash: string; password: string }): Promise<boolean> =>
  verify(given.hash, given.password);

/** Without letters and digits that are mistaken for one another on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random password of 20 letters in groups of five, about 99 bits. */
export const generatePassword = (): string => letterGroups(4);

/** Groups of five random letters, about 24.8 bits each. */
export function letterGroups(count: number): string {
  const groups = Array.from({ length: count }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  );
  return groups.join('-');
}
