// What time it was: every act is recorded by the programme's clock as its moves set it, none by one that had been left, and
// within the time in which its sender waited.
import type { HeardAct } from './heard.ts';
import type { Line, TownRecord } from './record.ts';
import { type Violation, violation } from './violation.ts';

/** Two readings of one moment differ by less. */
const NEAR_MS = 3_000;
/** An act that its sender gave up is recorded so much later at most: a server reads and gives up by itself. */
const GIVEN_UP_MS = 60_000;

interface Anchor {
  programmeMs: number;
  wallMs: number;
  /** When whoever moved it was told that all had heard. */
  heardAt: number;
}

/** @param originMs the wall's time at which the senders' clock showed nothing */
export function clocksKept(
  heard: readonly HeardAct[],
  { chains }: TownRecord,
  code: string,
  originMs: number,
): Violation[] {
  const acts = new Map(heard.map((act) => [`${act.chain} ${act.requestId}`, act]));
  const anchors = anchorsIn(chains.get(code) ?? [], acts);
  return [...chains].flatMap(([chain, lines]) =>
    lines.flatMap((line, index) => {
      const act = line.actor.kind === 'person' ? acts.get(`${chain} ${line.requestId}`) : undefined;
      if (!act) return [];
      const wrong = (what: string) => [violation('clock', chain, line.requestId, `#${line.seq} ${what}`)];
      const isClear = act.words.at(-1)?.kind === 'acknowledged';
      // What was given up may have been recorded when its sender asked for it again.
      const to = isClear ? act.heardAt : Math.max(act.heardAt + GIVEN_UP_MS, act.laterAt ?? 0);
      const from = act.sentAt;
      const at = line.wallMs - originMs;
      if (at < from - NEAR_MS || at > to + NEAR_MS)
        return wrong(
          `is dated ${Math.round(at - from)} ms after it was sent, heard after ${Math.round(act.heardAt - from)}`,
        );
      return isByTheClock(line, lines[index - 1], act, anchors)
        ? []
        : wrong('is recorded by no clock of its time');
    }),
  );
}

function anchorsIn(lines: readonly Line[], acts: ReadonlyMap<string, HeardAct>): Anchor[] {
  return lines.flatMap((line, index) => {
    const { fact, chain, requestId, recordedMs, wallMs } = line;
    const act = acts.get(`${chain} ${requestId}`);
    const isHeard = act?.words.at(-1)?.kind === 'acknowledged';
    const heardAt = act && isHeard ? act.heardAt : Number.POSITIVE_INFINITY;
    if (fact.type === 'clock.moved') return [{ programmeMs: Date.parse(String(fact.to)), wallMs, heardAt }];
    return index === 0 ? [{ programmeMs: recordedMs, wallMs, heardAt: 0 }] : [];
  });
}

/** Nothing is recorded before the line before it, whatever the clock says. */
function isByTheClock(
  line: Line,
  before: Line | undefined,
  act: HeardAct,
  anchors: readonly Anchor[],
): boolean {
  if (line.recordedMs === before?.recordedMs) return true;
  const left = anchors.findLastIndex(({ heardAt }) => heardAt < act.sentAt);
  return anchors
    .slice(Math.max(0, left))
    .some(
      ({ programmeMs, wallMs }) => Math.abs(programmeMs + line.wallMs - wallMs - line.recordedMs) <= NEAR_MS,
    );
}
