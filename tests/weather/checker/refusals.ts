// Whether a no was right: at some moment between asking and hearing, the town's rules must have been against the act, or its
// sender must have seen too little of the record.
import { type HeardAct, isStale } from './heard.ts';
import type { Line, TownRecord } from './record.ts';
import { type Violation, violation } from './violation.ts';
import { mayFollow, type WalkRules } from './walk.ts';

export function wronglyRefused(
  heard: readonly HeardAct[],
  { chains }: TownRecord,
  rulesOf: (chain: string) => WalkRules | null,
): Violation[] {
  return heard.flatMap((act) => {
    const rules = rulesOf(act.chain);
    const no = [act.words.at(-1), act.later].find((word) => word?.kind === 'refused');
    if (!rules || no?.kind !== 'refused') return [];
    const lines = chains.get(act.chain) ?? [];
    const until = no === act.later ? Number.POSITIVE_INFINITY : act.heardAt;
    const [from, to] = momentsOf(act, until, heard, lines);
    for (let seq = from; seq <= to; seq += 1) if (isAgainst(act, lines.slice(0, seq), rules)) return [];
    const what = `${act.type}: refused (${no.codes.join(', ')}), and right from #${from} to #${to}`;
    return [violation('refused', act.chain, act.requestId, what)];
  });
}

/** Between which lengths of its chain it was looked at: what was heard before stood already, what was sent after did not. */
function momentsOf(
  act: HeardAct,
  until: number,
  heard: readonly HeardAct[],
  lines: readonly Line[],
): [number, number] {
  const others = new Map(heard.map((other) => [`${other.chain} ${other.requestId}`, other]));
  let [from, to] = [act.sent.seenVersion ?? 0, lines.length];
  for (const { seq, chain, requestId, actor } of lines) {
    const other = actor.kind === 'person' ? others.get(`${chain} ${requestId}`) : undefined;
    if (!other) continue;
    if (other.words.at(-1)?.kind === 'acknowledged' && other.heardAt < act.sentAt) from = Math.max(from, seq);
    if (other.sentAt > until) to = Math.min(to, seq - 1);
  }
  return [from, Math.max(from, to)];
}

function isAgainst(act: HeardAct, before: readonly Line[], rules: WalkRules): boolean {
  return isStale(act, before) || !mayFollow(before, lineOf(act, before), rules);
}

function lineOf({ chain, requestId, account, sent }: HeardAct, before: readonly Line[]): Line {
  const last = before.at(-1);
  return {
    chain,
    seq: before.length + 1,
    hash: '',
    requestId,
    fact: sent.fact,
    actor: { kind: 'person', account, post: sent.post },
    occurredOn: sent.occurredOn ?? '',
    recordedMs: last?.recordedMs ?? 0,
    wallMs: last?.wallMs ?? 0,
  };
}
