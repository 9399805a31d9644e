// What ages without a deadline of its own: reviews unanswered, posts that nobody holds, dates that are 未定, and what else
// machines/programme/ahead/ knows. Each at the last of its steps that came since the reader was told anything.
import type { Line } from '../../../../ledger/models/digests/line.ts';
import type { DoneRound } from '../../../../ledger/models/digests/rounds.ts';
import { REMINDER_TIME } from '../../../../machines/deadline/ladder.ts';
import type { Recipients, Telling } from '../../../../machines/programme/ahead/matter.ts';
import { tellingsSince } from '../../../../machines/programme/ahead/tellings.ts';
import { instantOf } from '../../../../machines/values/date.ts';
import { agingText } from '../../../../texts/telling/aging-texts.ts';
import { OVERLAP_MS } from '../due.ts';
import { type DigestReader, decisionAbout, heldAmong, pageOf, type Round, type Source } from '../source.ts';

export const agingLines: Source = async (ledger, round) => {
  const [found, days] = await Promise.all([
    ledger.aging(round.programme, round.today),
    ledger.rounds.days(round.programme.code),
  ]);
  return (reader) =>
    tellingsSince(found, lastTold(days, reader))
      .filter(({ to }) => isTold(to, reader))
      .map((telling) => lineOf(round, telling, reader));
};

/** The day of the last round that the reader has heard: what had come by then was told then, or to nobody. */
function lastTold(days: readonly DoneRound[], { sinceWall }: DigestReader): string | null {
  const until = Date.parse(sinceWall) + OVERLAP_MS;
  return days.find(({ wallAt }) => Date.parse(wallAt) <= until)?.day ?? null;
}

/** A post in one system is none over the programme. */
export function isTold(
  { posts, systems, accounts }: Recipients,
  { account, holdings }: DigestReader,
): boolean {
  if (accounts.includes(account)) return true;
  return holdings.some(
    ({ post, system }) =>
      posts.includes(post) && (system === undefined || systems?.includes(system) === true),
  );
}

function lineOf(round: Round, { matter, rung, key, to }: Telling, { holdings }: DigestReader): Line {
  const { programme, names, today } = round;
  const system = 'system' in matter ? matter.system : null;
  return {
    key,
    kind: 'task',
    at: instantOf(rung.on, REMINDER_TIME),
    system: system === null ? null : { id: system, name: names.system(system) },
    ...agingText(matter, today, names),
    path:
      system === null
        ? `/programmes/${programme.code}`
        : pageOf(round, system, heldAmong(holdings, to.posts, system)[0]),
    ...(matter.code === 'review' ? { about: decisionAbout(matter.system, matter.stage) } : {}),
  };
}
