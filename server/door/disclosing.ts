// What of a system its viewer is not shown, asked in one place by every route: by the posts held today and by where the procurement
// stands today, whichever day is looked at. What an amendment or a new post opens is open for the past too, and what is undecided again
// (次点, a repeated RFP) is hidden again.
import type { Ledger } from '../../ledger/open.ts';
import type { UpTo } from '../../ledger/past/by.ts';
import type { Stood } from '../../ledger/past/stood.ts';
import {
  disclosed,
  type Hidden,
  hasDuty,
  hiddenFrom,
  hidesEntry,
  isEverInside,
  isInside,
  isSealed,
  toldIn,
} from '../../machines/migration/procurement/disclosure.ts';
import { dutyIn } from '../../machines/migration/procurement/duty.ts';
import { retoldBy } from '../../machines/migration/procurement/retold.ts';
import { concernsOthers, postsThere, seesAll, systemsSeen } from '../../machines/programme/people/sight.ts';
import { chainOf, systemOf } from '../../machines/record/chain.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { type Refusal, refusal } from '../../machines/record/refusal.ts';
import { type Undisclosed, undisclosedText } from '../../texts/undisclosed-texts.ts';
import type { Viewer } from '../http/request.ts';
import { grouped } from '../sheet/grouped.ts';
import type { State } from './state.ts';

type Now = Pick<State, 'definition' | 'snapshot'>;

/** Nothing is hidden. */
const NOTHING: Hidden = new Set();

/** The phases of a system, as it stands now, whose files are hidden from the viewer. */
export function hiddenPhases({ held }: Viewer, system: string, now: Now): Hidden {
  const subject = { system };
  return seesAll(held, subject)
    ? NOTHING
    : hiddenFrom(postsThere(held, subject), now.definition, now.snapshot);
}

/** The same of a system whose state is not at hand. */
export async function hiddenNow(
  ledger: Ledger,
  viewer: Viewer,
  code: string,
  system: string,
): Promise<Hidden> {
  const now = await ledger.state(chainOf(code, system));
  return now ? hiddenPhases(viewer, system, now) : NOTHING;
}

type There = Now & { chain: string };
interface HiddenThere {
  hidden: Hidden;
  /** The phase in which the path begins. */
  first: string;
}
type Among = Map<string, HiddenThere>;

const hiddenOf = (viewer: Viewer, states: readonly There[]): Among =>
  new Map(
    states.flatMap(({ chain, definition, snapshot }) => {
      const hidden = hiddenPhases(viewer, systemOf(chain) ?? '', { definition, snapshot });
      const first = definition.path.phases[0]?.id ?? '';
      return hidden.size > 0 ? [[chain, { hidden, first }] as const] : [];
    }),
  );

/** Who holds no post at all: what such a reader is shown is public. */
export const nobody: Viewer = { account: '', held: [] };

/** Of many, in one reading: only those of which something is hidden. `upTo`: as it was hidden when no more of them stood. */
export async function hiddenAmong(
  ledger: Ledger,
  viewer: Viewer,
  chains: readonly string[],
  upTo: UpTo | null = null,
): Promise<Among> {
  return hiddenOf(viewer, chains.length === 0 ? [] : await ledger.statesOn(chains, null, upTo));
}

/** True where it is the viewer's duty to see all that the entries of these phases tell of a procurement, decided or not. */
function seesThose({ held }: Viewer, definition: Now['definition'], phases: readonly string[]): boolean {
  const subject = { system: definition.system.id };
  return seesAll(held, subject) || hasDuty(postsThere(held, subject), definition, phases);
}

/** The same of the procurement that is open, as every door shows it: no more of it than its entries show. */
export const seesInside = (viewer: Viewer, { definition, snapshot }: Now): boolean =>
  seesThose(viewer, definition, toldIn(definition, snapshot));

export type Hides = (body: EntryBody) => Undisclosed | null;

/** What an entry of a procurement keeps to itself beside its phase: a sheet until all are opened, and what is never published. */
function keptInside(
  viewer: Viewer,
  { seq, fact }: EntryBody,
  state: There | undefined,
  stood: readonly Stood[],
): Undisclosed | null {
  if (!state) return null;
  if (isSealed(fact, state.snapshot)) return 'sealed';
  const kept = isInside(fact) ? seq : insideRetold({ seq, fact }, stood);
  if (kept === null) return null;
  const { phase } = stood[kept - 1] ?? {};
  const isThere = state.definition.path.procurement?.phases.some((id) => id === phase);
  const told = phase && isThere ? [phase] : toldIn(state.definition, state.snapshot);
  return seesThose(viewer, state.definition, told) ? null : 'inside';
}

/** The entry kept inside that this one tells of again, as its correction does. */
function insideRetold(
  { seq, fact }: Pick<EntryBody, 'seq' | 'fact'>,
  stood: readonly Stood[],
): number | null {
  const names = typeof fact.entry === 'number' ? fact.entry : null;
  const retold = retoldBy({ seq, type: fact.type, names }, stood);
  const type = retold === null ? undefined : stood[retold - 1]?.type;
  return type !== undefined && isEverInside(type) ? retold : null;
}

/** Of what somebody sees only a part, or nothing. */
const isPartial = (viewer: Viewer, { definition, snapshot }: There): boolean =>
  snapshot.context.rfp !== undefined &&
  !seesThose(viewer, definition, definition.path.procurement?.phases ?? []);

/** Which entries of these chains the viewer is not shown, and why. What somebody recorded is always shown to them. */
export async function hidingIn(ledger: Ledger, viewer: Viewer, chains: readonly string[]): Promise<Hides> {
  const systems = chains.filter((chain) => systemOf(chain) !== null);
  const states = systems.length === 0 ? [] : await ledger.statesOn(systems, null);
  const among = hiddenOf(viewer, states);
  const now = new Map(states.map((state) => [state.chain, state]));
  const partial = states.filter((state) => isPartial(viewer, state)).map(({ chain }) => chain);
  const asked = [...new Set([...among.keys(), ...partial])];
  const stood = asked.length > 0 ? await ledger.phasesStood(asked) : [];
  const ofMeetings = await hidesMeetings(ledger, viewer, chains);
  const stoodOf = grouped(stood, ({ chain }) => chain);
  return (body) => {
    const { chain, seq, fact, actor } = body;
    if (actor.account === viewer.account) return null;
    if (systemOf(chain) === null) {
      if (concernsOthers(viewer.held, fact)) return 'otherSystem';
      return fact.type.startsWith('meeting.') ? ofMeetings : null;
    }
    const there = among.get(chain);
    if (there && isHidden(there, stoodOf.get(chain) ?? [], seq)) return 'procurement';
    return keptInside(viewer, body, now.get(chain), stoodOf.get(chain) ?? []);
  };
}

/**
 * By the phase in which it was recorded, or because it tells again of one that is hidden. What was recorded since this was asked is hidden
 * until it is asked again.
 */
function isHidden({ hidden, first }: HiddenThere, chain: readonly Stood[], seq: number): boolean {
  const entry = chain[seq - 1];
  if (!entry || hidesEntry(entry.type, entry.phase ?? first, hidden)) return true;
  const retold = retoldBy(entry, chain);
  return retold !== null && isHidden({ hidden, first }, chain, retold);
}

/**
 * What is voted, and why, is said of an item by its number alone: who is not shown some system, or some procurement as it stands, sees of a
 * meeting what its own page shows.
 */
async function hidesMeetings(
  ledger: Ledger,
  viewer: Viewer,
  chains: readonly string[],
): Promise<Undisclosed | null> {
  const programme = chains.find((chain) => systemOf(chain) === null);
  if (programme === undefined || seesAll(viewer.held, { system: null })) return null;
  if (systemsSeen(viewer.held) !== null) return 'otherSystem';
  const { systems = [] } = (await ledger.definitions.latestProgramme(programme)) ?? {};
  const among = await hiddenAmong(
    ledger,
    viewer,
    systems.map((system) => chainOf(programme, system)),
  );
  return among.size > 0 ? 'procurement' : null;
}

/** Stands where somebody's words would. */
export const undisclosedWords = `${undisclosedText.procurement.ja} / ${undisclosedText.procurement.en}`;

/** A state as it is shown, on any day. */
export const shownOf = <S extends Now>(state: S, hidden: Hidden): S => ({
  ...state,
  snapshot: disclosed(state.snapshot, hidden, undisclosedWords),
});

/** Whose duty it is to see a phase's files. */
export const seenBy = ({ definition }: Now, phase: string): string[] => {
  const found = definition.path.phases.find(({ id }) => id === phase);
  return found ? [...dutyIn(definition, found)] : [];
};

const QUOTES =
  /^(contract|selection|budget|estimate|noted|evidence|correction|entry|rfp|authority)\.|^proviso\.unmet$/;

/** Refusals as whoever is not shown the files may read them: where the post is wrong, that is all they are told. */
export function shownRefusals<R extends { code: string }>(
  refusals: readonly R[],
  hidden: Hidden,
  who: readonly string[],
): (R | Refusal)[] {
  if (hidden.size === 0) return [...refusals];
  const wrongPost = refusals.filter(({ code }) => code === 'actor.wrongPost');
  if (wrongPost.length > 0) return wrongPost;
  const plain = refusals.filter(({ code }) => !QUOTES.test(code));
  return plain.length === refusals.length
    ? plain
    : [...plain, refusal('procurement.undisclosed', { who: [...who] })];
}
