// What has moved, for all streams of this server: heard once, kept a while for who comes back, and given to each of its programme.
// Knows no reader and no session.
import { randomBytes } from 'node:crypto';
import type { Moved } from '../../ledger/chain/moves.ts';
import type { Ledger } from '../../ledger/open.ts';
import { programmeOf, systemOf } from '../../machines/record/chain.ts';
import type { ChangeView } from '../contract/telling/changes.ts';

/** So many are kept for who comes back. */
const KEPT = 2_000;
/** Of one account and of all: a browser opens six connections to a server at most, and its pages ask beside. */
const STREAMS_OF_ONE = 4;
const STREAMS = 2_000;

/** Null: anything may have moved. */
export type Said = ChangeView | null;

interface Kept {
  number: number;
  programme: string;
  said: ChangeView;
}

export interface Listener {
  programme: string;
  account: string;
  said: (said: Said) => void;
  /** Whether anything is heard at all has changed. */
  turned: () => void;
  /** The server stops. */
  stop: () => void;
}

export type ChangeHub = ReturnType<typeof createChangeHub>;

export function createChangeHub(ledger: Pick<Ledger, 'hearMoves'>, trouble: (why: unknown) => void) {
  // A number is this server's own, since it began to listen: what another said, or this one before a gap, is not known here.
  let epoch = '';
  let number = 0;
  let kept: Kept[] = [];
  let isListening = false;
  let hasBegun = false;
  const listeners = new Set<Listener>();
  const each = (tell: (one: Listener) => void) => [...listeners].forEach(tell);

  const listening = () => {
    epoch = randomBytes(6).toString('hex');
    kept = [];
    isListening = true;
    each((one) => {
      one.turned();
      one.said(null);
    });
  };
  const away = (why: unknown) => {
    if (isListening) trouble(why);
    isListening = false;
    each((one) => one.turned());
  };
  const moved = ({ chain, seq }: Moved) => {
    number += 1;
    const programme = programmeOf(chain);
    const said = { system: systemOf(chain), seq };
    kept.push({ number, programme, said });
    if (kept.length > KEPT) kept = kept.slice(KEPT / 2);
    each((one) => {
      if (one.programme === programme) one.said(said);
    });
  };
  const begin = () => {
    if (!hasBegun) ledger.hearMoves({ moved, listening, away });
    hasBegun = true;
  };
  return {
    isListening: () => isListening,
    /** By which whoever comes back says how far they have heard. */
    mark: () => `${epoch}.${number}`,
    /** What of a programme moved after that mark; null where that is not known. */
    since: (programme: string, mark: string): ChangeView[] | null => {
      const [of, after] = mark.split('.');
      const oldest = kept[0]?.number ?? number + 1;
      if (of !== epoch || !isListening || !(Number(after) >= oldest - 1)) return null;
      return kept.flatMap((one) =>
        one.number > Number(after) && one.programme === programme ? [one.said] : [],
      );
    },
    /** Gives how to leave; null where there is no place. */
    join: (listener: Listener): (() => void) | null => {
      const own = [...listeners].filter(({ account }) => account === listener.account).length;
      if (own >= STREAMS_OF_ONE || listeners.size >= STREAMS) return null;
      listeners.add(listener);
      begin();
      return () => listeners.delete(listener);
    },
    stop: () => each((one) => one.stop()),
  };
}
