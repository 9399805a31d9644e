// What the fields of the rounds in which proposals are scored mean.
import type { Said } from './said.ts';

const AT = 'procurement.rfp.rounds';

export const roundFields: Readonly<Record<string, Said>> = {
  [AT]: [
    '採点を分けて行う審査（一次審査・二次審査）。手続の条件に scoring も rounds もなければ、始めるときにこれを写す',
    'rounds in which proposals are scored; copied into a procurement whose terms say nothing of scoring',
  ],
  [`${AT}[].id`]: ['審査の名前。採点表と記録に残る', 'id of the round, named by sheets and entries'],
  [`${AT}[].label`]: ['審査の呼び名', 'what the round is called'],
  [`${AT}[].goOn`]: [
    '次の審査に進む者。書かなければ、順位に入った者すべて。最後の審査には書かない',
    'who goes on to the next one; all who are ranked where left out; not of the last',
  ],
  [`${AT}[].goOn.most`]: ['上位何者まで', 'how many at most'],
  [`${AT}[].goOn.from`]: ['総得点が何点以上', 'from how many points in total'],
  [`${AT}[].carryPercent`]: [
    '得点の何%を次の審査に持ち越すか（100 で全部）。書かなければ持ち越さない',
    'how much of its points counts in the next one, in percent; nothing where left out',
  ],
  [`${AT}[].criteria`]: ['評価項目。一段で書く', 'its criteria, in one row'],
  [`${AT}[].criteria[].id`]: ['項目の名前', 'id of the criterion'],
  [`${AT}[].criteria[].label`]: ['項目の呼び名', 'what it is called'],
  [`${AT}[].criteria[].points`]: ['配点（評価者一人の満点）', 'what one evaluator gives at most'],
  [`${AT}[].criteria[].gather`]: [
    'この項目だけ平均か合計かを変える',
    'average or sum, of this criterion alone',
  ],
  [`${AT}[].gather`]: ['評価者の点を平均するか合計するか', 'whether evaluators are averaged or summed'],
  [`${AT}[].price`]: ['この審査で付ける価格点', 'price points given in this round'],
  [`${AT}[].price.points`]: ['価格点の配点', 'how many at most'],
  [`${AT}[].price.formula`]: ['計算式（docs/procurement.md）', 'by which formula (docs/procurement.md)'],
  [`${AT}[].price.whosePrices`]: [
    '誰の価格を比べるか（docs/procurement.md）。書かなければ procurement.rfp.whosePrices',
    'whose prices are compared (docs/procurement.md); `procurement.rfp.whosePrices` where left out',
  ],
  [`${AT}[].rounding`]: ['割り切れないときの端数', 'how what a division leaves is rounded'],
  [`${AT}[].rounding.decimals`]: ['小数の桁', 'to how many decimals'],
  [`${AT}[].rounding.mode`]: ['四捨五入、切捨て、切上げ', 'half up, down or up'],
  [`${AT}[].rounding.printed`]: ['総得点を印刷する桁', 'decimals of the printed total'],
  [`${AT}[].minimumTechnical`]: [
    '最低基準点（この審査の技術点）。満たなければ順位に入らず、次にも進まない',
    'technical points of this round below which nobody is ranked or goes on',
  ],
  [`${AT}[].ties`]: ['同点のときの決め方。順に当てはめる', 'how ties are parted, in this order'],
};
