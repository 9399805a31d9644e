// A system's money in lines for people, and a 契約執行伺書 as a page to print.
import { formatEra, formatFiscalYear } from '../../../machines/values/era.ts';
import type { MoneyView, RequestView, VarianceView } from '../../../server/contract/ends/money.ts';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import { type Language, speak } from '../speech.ts';
import { tableLines } from '../table.ts';
import { dayWord, yenWord } from '../words.ts';

/** `+1,200,000円（10%）`, `▲…`, with ≒ where the per cent was rounded. */
export function varianceWord({ amountYen, percent, exact }: VarianceView, language: Language): string {
  const say = speak(language);
  const sign = amountYen < 0 ? say('▲', '-') : amountYen === 0 ? '±' : '+';
  const yen = `${sign}${yenWord(Math.abs(amountYen), language)}`;
  return percent === null ? yen : `${yen}${say('（', ' (')}${exact ? '' : '≒'}${percent}%${say('）', ')')}`;
}

const yearWord = (year: number, language: Language) => speak(language)(formatFiscalYear(year), `FY${year}`);

const table = (head: string[], rows: string[][]): string[] =>
  rows.length === 0
    ? []
    : tableLines(
        head.map((one) => ({ head: one })),
        rows,
        '',
      ).map((line) => `  ${line}`);

export function budgetLines({ budgets, obligations }: MoneyView, language: Language): string[] {
  const say = speak(language);
  const part = (of: MoneyView['budgets'][number]['voted']) =>
    of
      ? `${yenWord(of.migrationYen, language)} / ${yenWord(of.operationYen, language)} ${dayWord(of.on, language)}`
      : '';
  const supplement = (no: number | null) =>
    no === null ? say('当初', 'initial') : say(`補正第${no}号`, `supplement ${no}`);
  const head = [
    say('予算', 'Budget'),
    say('要求（移行／運用）', 'Requested (migration/operation)'),
    say('査定', 'Assessed'),
    say('議決', 'Voted'),
  ];
  const rows = budgets.map(({ fiscalYear, supplement: no, requested, assessed, voted }) => [
    `${yearWord(fiscalYear, language)} ${supplement(no)}`,
    part(requested),
    part(assessed),
    part(voted),
  ]);
  const limits = obligations.map((one) => {
    const years = one.limits.map(
      ({ fiscalYear, amountYen }) => `${yearWord(fiscalYear, language)} ${yenWord(amountYen, language)}`,
    );
    const period = `${dayWord(one.startOn, language)}～${dayWord(one.endOn, language)}`;
    return say(
      `  債務負担行為 第${one.no}号「${one.matter}」${period} 限度額 ${years.join('、')}（${dayWord(one.on, language)}議決）`,
      `  debt obligation ${one.no} "${one.matter}" ${period}, limits ${years.join(', ')} (voted ${one.on})`,
    );
  });
  return [...table(head, rows), ...limits];
}

export function estimateLines({ estimates }: MoneyView, language: Language): string[] {
  const say = speak(language);
  const head = [
    say('版', 'No.'),
    say('種類', 'Kind'),
    say('事業者', 'Vendor'),
    say('日付', 'Day'),
    say('移行経費', 'Migration'),
    say('運用経費', 'Operation'),
    say('総額', 'Total'),
    say('増減', 'Variance'),
    say('理由', 'Reason'),
  ];
  return table(
    head,
    estimates.map((one) => [
      String(one.no),
      one.kindLabel[language],
      one.vendor,
      dayWord(one.on, language),
      yenWord(one.migrationYen, language),
      yenWord(one.operationYen, language),
      yenWord(one.totalYen, language),
      one.against
        ? say(
            `第${one.against.no}版から ${varianceWord(one.against.variance, language)}`,
            `from ${one.against.no}: ${varianceWord(one.against.variance, language)}`,
          )
        : '',
      one.reason ?? '',
    ]),
  );
}

export function versionLines({ contract, requests, votes }: MoneyView, language: Language): string[] {
  const say = speak(language);
  const asked = requests.map(({ no, subject, plannedYen, on }) =>
    say(
      `  契約執行伺書 第${no}号「${subject}」${yenWord(plannedYen, language)}（${dayWord(on, language)}）`,
      `  asked for, ${no}: "${subject}" ${yenWord(plannedYen, language)} (${on})`,
    ),
  );
  const voted = votes.map(({ bill, totalYen, rejected, on }) =>
    say(
      `  議会の議決 ${bill} ${yenWord(totalYen, language)}（${dayWord(on, language)}${rejected ? ' 否決' : ''}）`,
      `  ${rejected ? 'rejected' : 'voted'} by the council: ${bill} ${yenWord(totalYen, language)} (${on})`,
    ),
  );
  if (!contract) return [...asked, ...voted];
  const isPlain = contract.versions.length === 1 && contract.versions[0]?.decidedOn === null;
  const head = [
    say('版', 'Version'),
    say('契約日', 'Made on'),
    say('決裁日', 'Decided on'),
    say('総額', 'Total'),
    say('増減', 'Change'),
    say('期間の末日', 'Until'),
    say('理由', 'Reason'),
  ];
  const rows = contract.versions.map((one) => [
    one.no === 0 ? say('当初契約', 'as made') : say(`第${one.no}回変更`, `amendment ${one.no}`),
    dayWord(one.on, language),
    dayWord(one.decidedOn, language),
    yenWord(one.totalYen, language),
    one.no === 0
      ? ''
      : `${one.changeYen < 0 ? say('▲', '-') : '+'}${yenWord(Math.abs(one.changeYen), language)}`,
    dayWord(one.until, language),
    one.reason ?? '',
  ]);
  const ended = contract.terminated
    ? [
        say(
          `  解除 ${dayWord(contract.terminated.on, language)}：${contract.terminated.reason}`,
          `  terminated on ${contract.terminated.on}: ${contract.terminated.reason}`,
        ),
      ]
    : [];
  return [...asked, ...voted, ...(isPlain ? [] : table(head, rows)), ...ended];
}

/** In both languages, as its form has them; Japanese first. */
export function requestPage({ row, setting }: SystemView, request: RequestView): string {
  const yen = (amount: number) => `${amount.toLocaleString('en-US')}円`;
  const limits = request.limits.map(
    ({ fiscalYear, amountYen }) => `${formatFiscalYear(fiscalYear)} ${yen(amountYen)}`,
  );
  const fields: [string, string][] = [
    ['件名 / Subject', request.subject],
    ['システム / System', `${row.name.ja}（${row.system}）`],
    ['目的又は理由 / Purpose or reason', request.purpose],
    ['契約予定金額 / Planned amount', yen(request.plannedYen)],
    ['契約の方法 / Procedure', request.procedure],
    ['経費算出の根拠 / How the cost was found', request.costBasis],
    ['予算科目 / Budget item', request.budgetItem],
    ['債務負担行為の各年度支払限度額 / Limits by fiscal year', limits.join('、') || '－'],
    ['部分払回数 / Partial payments', request.payments === null ? '－' : `${request.payments}回`],
    ['備考 / Note', request.note ?? '－'],
  ];
  const mark = setting.rehearsal ? '【演習】' : '';
  const escaped = (text: string) =>
    text.replace(/[\\|<>`*_[\]]/gu, (sign) => `\\${sign}`).replace(/\r?\n/gu, ' ');
  return [
    `# ${mark}契約執行伺書 第${request.no}号`,
    '',
    `${formatEra(request.on)}`,
    '',
    '| 項目 | 内容 |',
    '| --- | --- |',
    ...fields.map(([name, value]) => `| ${name} | ${escaped(value)} |`),
    '',
  ].join('\n');
}
