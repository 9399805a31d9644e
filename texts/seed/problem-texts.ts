// Sentences for what does not fit together in a seed, in Japanese and English: what is wrong, what would be right.

import type { IdKind, ProblemCode, ProblemFacts, SeedProblem } from '../../machines/seed/problem.ts';
import { saidUnder } from '../under-code.ts';
import { deadlineTexts } from './deadline-texts.ts';
import { dutyTexts } from './duty-texts.ts';
import { pathTexts } from './path-texts.ts';
import { refusedText } from './refused-texts.ts';
import { both, type ProblemText, shapeTexts, suggestion } from './shape-texts.ts';
import { termTexts } from './term-texts.ts';

const kindNames: Record<IdKind, [string, string]> = {
  body: ['会議体・部署', 'body'],
  wave: ['期', 'wave'],
  path: ['工程表', 'path'],
  phase: ['工程', 'phase'],
  gate: ['関門', 'gate'],
  system: ['業務システム', 'system'],
  deadline: ['期限', 'deadline'],
  milestone: ['節目', 'milestone'],
  round: ['審査', 'round'],
  criterion: ['評価項目', 'criterion'],
  occurrence: ['出来事', 'occurrence'],
  ordinance: ['条例・規則', 'ordinance'],
  matter: ['決裁の種類', 'matter'],
  account: ['利用者', 'account'],
  business: ['業務', 'business'],
  holiday: ['休日', 'holiday'],
  plan: ['工程の予定', 'planned phase'],
};

const yen = (amount: number): string => amount.toLocaleString('en-US');
type Texts = { [C in ProblemCode]: (facts: ProblemFacts[C]) => ProblemText };

const texts: Texts = {
  ...shapeTexts,
  ...pathTexts,
  ...dutyTexts,
  ...termTexts,
  ...deadlineTexts,
  'id.duplicate': ({ kind, id }) =>
    both(
      [`${kindNames[kind][0]}「${id}」が二度出てきます`, `${kindNames[kind][1]} "${id}" appears twice`],
      ['それぞれ一度だけ書く', 'name each one once'],
    ),
  'id.unknown': ({ kind, id, known, nearest }) =>
    both(
      [`${kindNames[kind][0]}「${id}」はありません`, `there is no ${kindNames[kind][1]} "${id}"`],
      suggestion(nearest, known),
    ),
  'id.reserved': ({ id }) =>
    both(
      [`「${id}」は内部で使う名前です`, `"${id}" is used by the machine itself`],
      ['別の名前にする', 'choose another name'],
    ),
  'code.checkDigit': ({ code, right }) =>
    both(
      [`団体コード ${code} の検査数字が合いません`, `the check digit of 団体コード ${code} is wrong`],
      [`先頭5桁が正しければ "${right}"`, `"${right}", if the first five digits are right`],
    ),
  'business.unlisted': ({ names }) =>
    both(
      [
        `対象か対象外かが書かれていない業務: ${names.join('、')}`,
        `not said to apply or not: ${names.join(', ')}`,
      ],
      [
        'それぞれ applies: true、または applies: false と理由を書く',
        'for each: applies: true, or applies: false with its reason',
      ],
    ),
  'business.reasonMissing': ({ name }) =>
    both(
      [`「${name}」が対象外である理由がありません`, `no reason why "${name}" does not apply`],
      ['reason: に理由を書く（例 都税のため）', 'give the reason under "reason:"'],
    ),
  'business.notApplicable': ({ name, system }) =>
    both(
      [
        `対象外の業務「${name}」をシステム ${system} が持っています`,
        `system ${system} carries "${name}", which does not apply`,
      ],
      [
        'システムから除くか、programme.yaml で applies: true にする',
        'take it out of the system, or set applies: true in programme.yaml',
      ],
    ),
  'business.uncovered': ({ name }) =>
    both(
      [`「${name}」を移行するシステムがありません`, `no system carries "${name}"`],
      [
        'systems.yaml のどれかのシステムに加えるか、対象外とその理由を書く',
        'add it to a system in systems.yaml, or say why it does not apply',
      ],
    ),
  'business.coveredTwice': ({ name, systems }) =>
    both(
      [
        `「${name}」を複数のシステム（${systems.join('、')}）が丸ごと持っています`,
        `"${name}" is carried whole by more than one system (${systems.join(', ')})`,
      ],
      [
        'それぞれに part: か、業務ごとに parts: で分担を書く',
        'say under "part:", or "parts:" by business, which part each of them takes',
      ],
    ),
  'business.partTwice': ({ system }) =>
    both(
      [
        `システム「${system}」の part: は全業務の範囲で、parts: と重なります`,
        `"part:" of "${system}" is said of all its businesses, and "parts:" of some again`,
      ],
      ['業務ごとに parts: だけで書く', 'say it under "parts:" alone, business by business'],
    ),
  'gate.quorumOverMembers': ({ body, quorum, members }) =>
    both(
      [
        `定足数 ${quorum} が「${body}」の人数 ${members} を超え、誰も通れません`,
        `quorum ${quorum} is more than the ${members} members of "${body}": nobody can pass`,
      ],
      [`${members} 以下`, `${members} or less`],
    ),
  'gate.bodyTwice': ({ body }) =>
    both(
      [`「${body}」が同じ関門に二度出てきます`, `"${body}" decides twice in one gate`],
      ['一度だけ書き、必要な人数は quorum: に書く', 'name it once, with the number under "quorum:"'],
    ),
  'accounts.real': () =>
    both(
      [
        '実際の計画の人は、フォルダーからは作れません（accounts.yaml は演習だけのものです）',
        'people of a real programme are not made from a folder: accounts.yaml is for rehearsals',
      ],
      [
        'accounts.yaml を除いて読み込み、sekimori people add と sekimori people grant で加える',
        'leave accounts.yaml out, load, then use sekimori people add and sekimori people grant',
      ],
    ),
  'accounts.reserved': ({ account }) =>
    both(
      [`「${account}」は関守が自分のために使う名前です`, `Sekimori keeps the name "${account}" for itself`],
      ['人ごとの別の名前（例: kato-hanako）', 'another name, the person’s own (such as kato-hanako)'],
    ),
  'plan.reversed': ({ startOn, endOn }) =>
    both(
      [
        `終わり（${endOn}）が始まり（${startOn}）より前です`,
        `it ends (${endOn}) before it starts (${startOn})`,
      ],
      [`${startOn} 以後`, `${startOn} or later`],
    ),
  'calendar.closesNothing': () =>
    both(
      [
        'この決まりに当たる日が、暦の年に一日もありません',
        'this rule closes no day of the years that the calendar covers',
      ],
      ['on・months・from・until を確かめる', 'look at "on", "months", "from" and "until"'],
    ),
  'calendar.halfDayTwice': ({ on }) =>
    both(
      [`${on} の閉まる時刻が二度出てきます`, `${on} closes at two hours`],
      ['どちらかにする', 'name it once'],
    ),
  'calendar.yearMissing': ({ years }) =>
    both(
      [`祝日が一日もない年: ${years.join('、')}`, `years without any holiday: ${years.join(', ')}`],
      [
        '内閣府の表からその年の祝日を加えるか、firstYear・lastYear を直す',
        "add that year's holidays from the Cabinet Office list, or change firstYear / lastYear",
      ],
    ),
  'calendar.hardlyOpen': ({ years, least }) =>
    both(
      [
        `開庁日が年 ${least} 日に満たない年があります: ${years.join('、')}`,
        `years with fewer than ${least} open days: ${years.join(', ')}`,
      ],
      [
        'holidays: と yearly: を見直す（休日は土日・国民の祝日・年末年始など）',
        'look at "holidays:" and "yearly:": closed are weekends, national holidays and the turn of the year',
      ],
    ),
  'calendar.tooShort': ({ day, firstYear, lastYear }) =>
    both(
      [
        `計画や期限の日（${day}）が、暦の年（${firstYear}〜${lastYear}）の外にあります。その年の祝日は数えられません`,
        `a day of the plan or of a deadline (${day}) lies outside the calendar's years (${firstYear} to ${lastYear}): holidays there are not counted`,
      ],
      [
        'firstYear・lastYear を広げ、その年の祝日を加える',
        'widen firstYear / lastYear and add the holidays of those years',
      ],
    ),
  'calendar.holidayMissing': ({ days }) =>
    both(
      [
        `国民の祝日・休日が書かれていません: ${days.slice(0, 12).join('、')}${days.length > 12 ? ` ほか${days.length - 12}日` : ''}`,
        `national holidays are missing: ${days.slice(0, 12).join(', ')}${days.length > 12 ? ` and ${days.length - 12} more` : ''}`,
      ],
      [
        '内閣府の表で確かめ、holidays: に加える',
        'check the Cabinet Office list and add them under "holidays:"',
      ],
    ),
  'code.noPrefecture': ({ code }) =>
    both(
      [
        `団体コード ${code} の上2桁はどの都道府県でもありません`,
        `the first two digits of ${code} name no prefecture`,
      ],
      [
        '実在の団体なら、01 から 47 で始まる団体コードにする',
        'for a real municipality, a code that begins with 01 to 47',
      ],
    ),
  'contract.sum': ({ totalYen, sumYen }) =>
    both(
      [
        `総額 ${yen(totalYen)} 円が年度ごとの合計と違います`,
        `the total ¥${yen(totalYen)} is not the sum of its years`,
      ],
      [`${sumYen}（${yen(sumYen)} 円）`, `${sumYen} (¥${yen(sumYen)})`],
    ),
  'score.sum': ({ printed, exact }) =>
    both(
      [
        `総得点 ${printed} が技術点と価格点の和と違います`,
        `the total ${printed} is not the sum of the two scores`,
      ],
      [`"${exact}"`, `"${exact}"`],
    ),
  'score.overMaximum': ({ score, maximum }) =>
    both(
      [`点数 ${score} が満点 ${maximum} を超えています`, `score ${score} is over its maximum ${maximum}`],
      [`"${maximum}" 以下`, `"${maximum}" or less`],
    ),
  'score.rounded': ({ printed, exact }) =>
    both(
      [
        `総得点 ${printed} は丸めた値です（正確には ${exact}）。正確な値を持ち、印字だけ丸めます`,
        `the total ${printed} is rounded (exactly ${exact}); the exact value is kept, rounding is for print`,
      ],
      ['原文どおりなら、このままでよい', 'nothing to do, if the source prints it so'],
    ),
  'history.unsourced': () =>
    both(
      ['出典も仮定の理由もありません', 'neither a source nor a reason for assuming it'],
      [
        'source: に出典、または assumed: に理由を書く',
        'name the source under "source:", or the reason under "assumed:"',
      ],
    ),
  'history.refused': ({ system, refusal }) => refusedText(system, refusal),
  'history.programmeRefused': ({ refusal }) => refusedText(null, refusal),
};

/** Every code there is. */
export const problemCodes = Object.keys(texts) as ProblemCode[];

export function seedProblemText({ code, facts }: SeedProblem): ProblemText {
  return saidUnder(texts, code, facts);
}
