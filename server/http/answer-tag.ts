// The tag of an answer by what is in it: who asks again with it is told in a few bytes that nothing changed. Weak, since
// it leaves out what changes by itself, such as the clock.
import { createHash } from 'node:crypto';

export const tagOf = (content: unknown): string =>
  `W/"${createHash('sha256').update(JSON.stringify(content)).digest('base64url')}"`;
