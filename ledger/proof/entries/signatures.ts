// Who vouches for each entry: what people and imports sent is signed by a key that the programme's own chain names for that
// point. A programme's chain comes before those of its systems. Timers and milestones carry none: automatic.ts proves them.
import { BROKEN } from '../../../machines/programme/keys/acts.ts';
import { programmeOf } from '../../../machines/record/chain.ts';
import { isClaimed } from '../../../machines/record/claim.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { isSignedBy, type KnownKeys, keysAfterBytes, vouchingKey } from '../../lock/signatures.ts';
import type { Findings } from '../findings.ts';
import type { Fault } from '../wrong.ts';
import type { Visitor } from './visitors.ts';

/** How many are looked at beside the walk before it waits. */
const AT_ONCE = 512;

export function signatures(findings: Findings): Visitor {
  const keysOf = new Map<string, KnownKeys>();
  const say = ({ chain, seq, recordedAt }: Pick<EntryBody, 'chain' | 'seq' | 'recordedAt'>, what: Fault) =>
    findings.found({ chain, seq, what, recordedAt });
  const look = async (body: EntryBody, keys: KnownKeys): Promise<void> => {
    const named = isShaped(body) ? vouchingKey(body, keys) : 'entry.signature';
    if (named === 'entry.unsigned') say(body, 'unsigned');
    else if (named === 'entry.signature') say(body, 'signature');
    // What the arithmetic cannot take is no signature of anything.
    else if (named !== null && !(await isSignedBy(body, named).catch(() => false))) say(body, 'signature');
  };
  const beside = besideTheWalk();
  return {
    visit: ({ body }) => {
      const programme = programmeOf(body.chain);
      if (body.chain === programme && !learn(keysOf, body)) say(body, 'keys');
      else if (body.fact.type === BROKEN) say(body, 'broken');
      if (!isClaimed(body.actor) && body.signature === undefined) return undefined;
      const keys = keysOf.get(programme);
      if (!keys) {
        findings.found({ chain: programme, seq: 1, what: 'keys', recordedAt: null });
        return undefined;
      }
      findings.looked('signatures', 1);
      return beside.take(look(body, keys));
    },
    done: () => beside.rest(),
  };
}

/** False where an entry of a programme's chain should have named a key and names none that can be used. */
function learn(keysOf: Map<string, KnownKeys>, body: EntryBody): boolean {
  const before = keysOf.get(body.chain);
  const keys = isShaped(body) ? keysAfterBytes(before ?? new Map(), body) : before;
  if (keys && keys.size > 0) keysOf.set(body.chain, keys);
  return body.seq === 1 || body.fact.type.startsWith('signingKey.')
    ? keys !== before && keys?.size !== 0
    : true;
}

/** Bytes that were altered may have anything in its place. */
function isShaped({ signature }: EntryBody): boolean {
  if (signature === undefined) return true;
  return typeof signature?.key === 'string' && typeof signature.value === 'string';
}

/** Lets the walk go on while signatures are looked at, but never far ahead of them. */
function besideTheWalk() {
  let [current, before]: [Promise<void>[], Promise<unknown>] = [[], Promise.resolve()];
  return {
    take: (one: Promise<void>): Promise<void> | undefined => {
      current.push(one);
      if (current.length < AT_ONCE) return undefined;
      const waited = before;
      before = Promise.all(current);
      current = [];
      return waited.then(() => undefined);
    },
    rest: async () => {
      await before;
      await Promise.all(current);
    },
  };
}
