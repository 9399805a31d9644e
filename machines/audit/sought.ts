// Whether an entry is one that is looked for: by words of its reasons and notes, by who decided it in which post, by when it happened.
// Pure; what of it may be shown at all is asked elsewhere, before.
import type { EntryBody } from '../record/entry.ts';
import { reachOn } from '../values/date.ts';
import { searchKey } from '../values/names/name.ts';

export interface Sought {
  /** As a person writes it; widths, kana, letter case and variant characters do not matter. */
  text?: string | undefined;
  /** Of who decided it, or their name as a person writes it. */
  account?: string | undefined;
  /** A post, or a body whose voice it was. */
  post?: string | undefined;
  /** It happened on these days, first and last among them. */
  from?: string | undefined;
  to?: string | undefined;
  /** Corrections alone: proposed, approved, refused. */
  corrections?: boolean | undefined;
}

const DIGEST = /^[0-9a-f]{64}$/;

/** Every text that a person wrote into it: of its fact at any depth, its assumption, its source. */
function writtenIn({ fact, assumed, source }: Pick<EntryBody, 'fact' | 'assumed' | 'source'>): string[] {
  const { type: _type, ...said } = fact;
  return [...leaves(said), ...(assumed ? [assumed] : []), ...(source ? [source] : [])];
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return DIGEST.test(value) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(leaves);
}

/** True where the text is nothing but marks and blanks: everything would be found. */
export const isBlank = (text: string): boolean => searchKey(text) === '';

/** The texts of it in which the words stand, each once. */
export function matchesOf(body: EntryBody, text: string): string[] {
  const key = searchKey(text);
  return [...new Set(writtenIn(body))].filter((written) => searchKey(written).includes(key));
}

function isPerson({ account, name }: EntryBody['actor'], written: string): boolean {
  const key = searchKey(written);
  return account === written.trim() || (key !== '' && searchKey(name).includes(key));
}

export function isSought(body: EntryBody, sought: Sought): boolean {
  const { text, account, post, from, to, corrections } = sought;
  const { actor, fact, occurredOn, recordedAt } = body;
  const day = reachOn(occurredOn, recordedAt);
  return (
    (account === undefined || isPerson(actor, account)) &&
    (post === undefined || actor.post === post) &&
    (from === undefined || day >= from) &&
    (to === undefined || day <= to) &&
    (corrections !== true || fact.type.startsWith('correction.')) &&
    (text === undefined || matchesOf(body, text).length > 0)
  );
}
