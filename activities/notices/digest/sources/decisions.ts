// Reviews and proposals to go back that wait for one of the reader's posts: those that were asked for lately, and beside them those
// that have waited for longer.
import type { Line } from '../../../../ledger/models/digests/line.ts';
import type { WaitingMigration } from '../../../../ledger/models/digests/told-since.ts';
import type { Notice } from '../../../../machines/record/effect.ts';
import { stillWaits, waitingAct } from '../../../../texts/telling/digest-texts.ts';
import { askedOf, noticeText } from '../../../../texts/telling/notice-texts.ts';
import { decisionAbout, heldAmong, holdsOne, pageOf, type Round, type Source } from '../source.ts';
import type { StillTrue } from '../still-true.ts';

const stages = ['underReview', 'goingBack'] as const;
type AwaitedStage = (typeof stages)[number];
const asking: Partial<Record<Notice['code'], AwaitedStage>> = {
  'review.requested': 'underReview',
  'review.continued': 'underReview',
  'review.voiced': 'underReview',
  'goingBack.proposed': 'goingBack',
};

/** It asks for a decision that the board knows of: told here, or not at all where nobody waits for it any more. */
export const asksDecision = ({ code }: Notice): boolean => asking[code] !== undefined;

export const decisionLines: Source = async (_ledger, round) => {
  const asked = new Map<string, StillTrue>();
  for (const told of round.told) {
    const stage = asking[told.notice.code];
    if (stage) asked.set(`${told.chain}/${stage}`, told);
  }
  return ({ holdings, sinceWall }) =>
    round.awaited
      .filter(({ posts, system }) => holdsOne(holdings, posts, system))
      .flatMap((waiting) => {
        const told = asked.get(`${waiting.chain}/${waiting.stage}`);
        const isNew =
          told !== undefined &&
          Date.parse(told.wallAt) >= Date.parse(sinceWall) &&
          holdsOne(holdings, told.posts, told.system);
        const [post] = heldAmong(holdings, isNew ? told.posts : waiting.posts, waiting.system);
        return isNew ? [newLine(round, told, post)] : standingLine(round, waiting, post);
      });
};

const newLine = (
  round: Round,
  { key, notice, system, name, recordedAt }: StillTrue,
  post: string | undefined,
): Line => ({
  key,
  kind: 'task',
  at: recordedAt,
  system: { id: system, name },
  text: noticeText(notice, round.names),
  act: askedOf(notice),
  path: pageOf(round, system, post),
});

function standingLine(
  round: Round,
  { chain, system, name, phase, phaseLabel, stage: at }: WaitingMigration,
  post: string | undefined,
): Line[] {
  const stage = stages.find((one) => one === at);
  if (!stage) return [];
  return [
    {
      key: `waits/${chain}/${phase}/${stage}`,
      kind: 'task',
      at: round.now,
      system: { id: system, name },
      text: stillWaits[stage](phaseLabel),
      act: waitingAct[stage],
      path: pageOf(round, system, post),
      about: decisionAbout(system, stage),
      standing: true,
    },
  ];
}
