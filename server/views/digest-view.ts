// A digest and the warnings it was, as they are shown.
import type { Carried } from '../../ledger/models/digests/carried.ts';
import type { KeptDigest } from '../../ledger/models/digests/reading.ts';
import type { Warning } from '../../ledger/models/digests/warnings.ts';
import { instantFromMs } from '../../machines/values/date.ts';
import { isoOf } from '../accounts/access-tokens.ts';
import type { WarningView } from '../contract/telling/contacts.ts';
import type { InboxView } from '../contract/telling/inbox.ts';

const orNull = (written: string | null): string | null => (written === null ? null : isoOf(written));
/** On the programme's clock. */
const inJapan = (written: string): string => instantFromMs(Date.parse(written));

/** In which of the reader's posts it is done on that page; null where the page says it itself. */
const postOf = (path: string): string | null =>
  new URLSearchParams(path.slice(path.indexOf('?'))).get('post');

export function digestView({ lines, ...digest }: KeptDigest): InboxView['digest'] {
  return {
    ...carriedView(digest),
    lines: lines.map(({ kind, text, act, derivation, late: isLate, standing, parts }) => ({
      kind,
      text,
      act,
      derivation: derivation ?? null,
      late: isLate,
      standing: standing === true,
      systems: parts.flatMap(({ system, path }) =>
        system ? [{ system: system.id, systemName: system.name, post: postOf(path) }] : [],
      ),
    })),
  };
}

/** What was told in a digest, and its ways outside the inbox. */
export const carriedView = <T extends Carried>({ madeAt, readAt, channels, ...told }: T) => ({
  ...told,
  madeAt: inJapan(madeAt),
  readAt: orNull(readAt),
  channels: channels.map(({ at, ...sending }) => ({ ...sending, at: orNull(at) })),
});

export const warningView = (warning: Warning): WarningView => carriedView(warning);
