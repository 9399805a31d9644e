// Everything else that the reader's posts were told: gates passed, returns, moved dates, proposals that no board shows.
import type { Line } from '../../../../ledger/models/digests/line.ts';
import type { Notice } from '../../../../machines/record/effect.ts';
import { inPlaceOf } from '../../../../texts/telling/digest-texts.ts';
import { askedOf, noticeText } from '../../../../texts/telling/notice-texts.ts';
import { addressing } from '../addressing.ts';
import { pageOf, type Source } from '../source.ts';
import { isReminder } from './deadlines.ts';
import { asksDecision } from './decisions.ts';

const isOthers = (notice: Notice): boolean => isReminder(notice) || asksDecision(notice);

export const toldLines: Source = async (_ledger, round) => {
  const lines = round.told
    .filter(({ notice }) => !isOthers(notice))
    .map((told) => {
      const { key, notice, system, name, recordedAt } = told;
      const act = askedOf(notice);
      const line: Line = {
        key,
        kind: act === null ? 'told' : 'task',
        at: recordedAt,
        system: system === round.programme.code ? null : { id: system, name },
        text: noticeText(notice, round.names),
        act,
        path: pageOf(round, system),
      };
      return { told, line, addressed: addressing(round, told) };
    });
  return (reader) =>
    lines
      .filter(({ told }) => Date.parse(told.wallAt) >= Date.parse(reader.sinceWall))
      .flatMap(({ told, line, addressed }) => {
        const to = addressed(reader);
        if (to === null) return [];
        const text = inPlaceOf(to.vacant, round.names, line.text);
        return [{ ...line, text, path: pageOf(round, told.system, to.posts[0]) }];
      });
};
