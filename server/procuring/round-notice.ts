// What one bidder is told of a round of scoring that is over: whether they go on, and their own points. Nobody else's are in it.
import type { Rfp } from '../../machines/migration/rfp/memory.ts';
import { closedRounds, roundNow } from '../../machines/migration/rfp/rounds/rounds.ts';
import { type Refusal, refusal } from '../../machines/record/refusal.ts';
import { dayText } from '../../texts/names.ts';
import { formText } from '../../texts/rfp/words.ts';
import { rankingOf } from '../views/procuring/rfp-view.ts';

interface Wanted {
  bidder: string;
  /** The last that is over, where left out. */
  round?: string | undefined;
}

export function roundNotice(
  open: Rfp,
  municipality: string,
  { bidder, round }: Wanted,
): { markdown: string } | { refusals: Refusal[] } {
  const { over = [] } = open;
  const at = round === undefined ? over.length - 1 : over.findIndex((one) => one.round === round);
  const [ended, stood] = [over[at], closedRounds(open)[at]];
  if (!ended || !stood) return { refusals: [refusal('rfp.roundNotOver', { round: round ?? null })] };
  const line = rankingOf(stood, true).find((one) => one.bidder === bidder);
  if (!line) {
    const known = Object.keys(ended.results);
    return { refusals: [refusal('rfp.unknown', { what: 'bidder', id: bidder, known })] };
  }
  const label = roundNow(stood)?.label ?? ended.round;
  const goes = ended.goesOn.includes(bidder);
  const { terms, number } = open;
  return {
    markdown: [
      `# ${label}の結果について`,
      '',
      dayText(ended.notifiedOn).ja,
      '',
      `${line.name ?? bidder} 御中`,
      '',
      municipality,
      '',
      `「${terms.title}」（第${number}回 ${formText[terms.form].ja}）の${label}の結果は、次のとおりです。`,
      '',
      `- 結果: ${goes ? '次の審査に進みます' : '次の審査には進みません'}`,
      `- 技術点: ${line.technical}`,
      `- 価格点: ${line.price}`,
      ...(line.carried ? [`- 持越し: 技術 ${line.carried.technical}、価格 ${line.carried.price}`] : []),
      `- 総得点: ${line.total}${line.printed === line.total ? '' : `（印刷 ${line.printed}）`}`,
      `- 順位: ${line.rank === null ? '対象外（最低基準点に満たない）' : `${Object.keys(ended.results).length}者中 ${line.rank}位`}`,
      '',
    ].join('\n'),
  };
}
