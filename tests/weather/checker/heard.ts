// What people were told against what is recorded: acknowledged is there, refused is not, unclear is once or never.
import type { Line, TownRecord } from './record.ts';
import { type Violation, violation } from './violation.ts';

export type HeardWord =
  | { kind: 'acknowledged'; seq: number | null; hash: string | null; repeated: boolean }
  | { kind: 'refused'; codes: string[] }
  | { kind: 'unclear'; why: string };

export interface HeardAct {
  requestId: string;
  chain: string;
  type: string;
  account: string;
  sent: {
    fact: { type: string } & Record<string, unknown>;
    post: string;
    /** Null where the server says it. */
    occurredOn: string | null;
    seenVersion: number | null;
  };
  sentAt: number;
  heardAt: number;
  words: readonly HeardWord[];
  later: HeardWord | null;
  laterAt: number | null;
}

export function toldAndRecorded(
  heard: readonly HeardAct[],
  rest: TownRecord,
  final: TownRecord,
): Violation[] {
  const byId = new Map(heard.map((act) => [`${act.chain} ${act.requestId}`, act]));
  return [
    ...heard.flatMap((act) => actAgainst(act, rest, final)),
    ...[...final.chains.values()].flat().flatMap((line) => unheardOf(line, byId)),
  ];
}

function actAgainst(act: HeardAct, rest: TownRecord, final: TownRecord): Violation[] {
  const { chain, requestId, words, later } = act;
  const [before, lines] = [linesOf(rest, act), linesOf(final, act)];
  const wrong = (what: string) => [
    violation('told', chain, requestId, `${act.type}: ${what}; heard: ${words.map(inShort).join(' | ')}`),
  ];
  const all = later ? [...words, later] : words;
  const yes = all.filter((word) => word.kind === 'acknowledged');
  const last = words.at(-1);
  const [line] = lines;
  if (lines.length > 1) return wrong(`recorded ${lines.length} times`);
  if (line && inWords(line) !== inWords(act.sent, act.account, line))
    return wrong(`#${line.seq} says ${inWords(line)}, and ${inWords(act.sent, act.account, line)} was sent`);
  if (line && isStale(act, (final.chains.get(chain) ?? []).slice(0, line.seq - 1)))
    return wrong(`#${line.seq} was sent by one who had seen #${act.sent.seenVersion}`);
  if (yes.length > 0 && !line) return wrong('acknowledged, and not recorded');
  const strange = yes.find(
    ({ seq, hash }) => line && ((seq !== null && seq !== line.seq) || (hash !== null && hash !== line.hash)),
  );
  if (strange && line)
    return wrong(`told #${strange.seq} ${strange.hash}, recorded #${line.seq} ${line.hash}`);
  if (last?.kind === 'refused' && line)
    return wrong(`refused (${last.codes.join(', ')}), and recorded as #${line.seq}`);
  if (last?.kind === 'acknowledged' && before.length === 0)
    return wrong('acknowledged, and not there at rest');
  if (!later) return last?.kind === 'unclear' ? wrong('unclear, and never asked again') : [];
  if (later.kind === 'unclear') return wrong(`asked again at rest, and still unclear (${later.why})`);
  if (later.kind === 'refused' && line)
    return wrong(`asked again and refused (${later.codes.join(', ')}), and recorded as #${line.seq}`);
  return before.length > 0 && !(later.kind === 'acknowledged' && (later.repeated || later.seq === null))
    ? wrong('it stood at rest, and asking again did not say so')
    : [];
}

/** All that an act says, whatever the order of its members. */
function inWords(of: Saying, account = of.actor?.account, line?: Line): string {
  const { fact, post = of.actor?.post, occurredOn } = of;
  return `${ordered(fact)} by ${account} as ${post} on ${occurredOn ?? line?.occurredOn}`;
}

type Saying = { fact: object; post?: string; actor?: Line['actor']; occurredOn: string | null };

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const inShort = (word: HeardWord): string =>
  word.kind === 'acknowledged'
    ? `#${word.seq}`
    : word.kind === 'refused'
      ? word.codes.join(', ')
      : `? ${word.why}`;

const linesOf = ({ chains }: TownRecord, { chain, requestId }: HeardAct): Line[] =>
  (chains.get(chain) ?? []).filter((line) => line.requestId === requestId && line.actor.kind === 'person');

/** A person's entry that nobody sent. Loading's own entries of the town are no person's in a migration. */
function unheardOf(line: Line, byId: ReadonlyMap<string, HeardAct>): Violation[] {
  const { chain, requestId, seq, fact, actor } = line;
  const ours = chain.includes('/') || fact.type === 'clock.moved';
  if (actor.kind !== 'person' || !ours || byId.has(`${chain} ${requestId}`)) return [];
  return [violation('told', chain, requestId, `#${seq} ${fact.type}: nobody sent it`)];
}

/** Whoever was answered before another sent stands before the other. */
export function inOrder(heard: readonly HeardAct[], { chains }: TownRecord): Violation[] {
  return [...chains].flatMap(([chain, lines]) => {
    const seqOf = new Map(
      lines.flatMap(({ requestId, actor, seq }) =>
        actor.kind === 'person' ? [[requestId, seq] as const] : [],
      ),
    );
    const acts = heard.flatMap((act) => {
      const seq = act.chain === chain ? seqOf.get(act.requestId) : undefined;
      const clear = act.words.at(-1)?.kind === 'acknowledged';
      return seq === undefined || !clear ? [] : [{ ...act, seq }];
    });
    return acts.flatMap((later) => {
      const before = acts.find(({ heardAt, seq }) => heardAt < later.sentAt && seq > later.seq);
      return before
        ? [
            violation(
              'order',
              chain,
              later.requestId,
              `#${later.seq} was sent after #${before.seq} (${before.requestId}) had been answered`,
            ),
          ]
        : [];
    });
  });
}

/** People have acted since the version that the sender had seen. */
export const isStale = ({ sent }: HeardAct, before: readonly Line[]): boolean =>
  sent.seenVersion !== null &&
  before.some(({ seq, actor }) => actor.kind === 'person' && seq > (sent.seenVersion ?? 0));
