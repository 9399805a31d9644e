// A report's tables on money; none where nothing of it is recorded. Yen stay numbers.
import type { VarianceView } from '../../contract/ends/money.ts';
import type { Report } from '../../contract/reports/tables.ts';
import type { Cell, Language, Section } from '../section.ts';
import { countCell, dayCell, dayIn, pick, yearIn } from '../tables/words.ts';

const yenIn = (yen: number | null): Cell => yen ?? '－';

export const moneySections = (report: Report, language: Language): Section[] =>
  [budgets, obligations, estimates, versions]
    .map((section) => section(report, language))
    .filter(({ rows }) => rows.length > 0);

function budgets({ budgets: rows }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return {
    id: 'budgets',
    title: say('予算と契約（年度別）', 'Budgets and contracts by fiscal year'),
    head: [
      say('システム', 'System'),
      say('年度', 'Fiscal year'),
      say('要求', 'Requested'),
      say('査定', 'Assessed'),
      say('議決', 'Voted'),
      say('債務負担行為の限度額', 'Limit of debt obligations'),
      say('契約', 'Contract'),
    ],
    right: [2, 3, 4, 5, 6],
    rows: rows.map((row) => ({
      key: `${row.system}/${row.fiscalYear}`,
      systems: [row.system],
      cells: [
        row.name[language],
        yearIn(row.fiscalYear, language),
        yenIn(row.requestedYen),
        yenIn(row.assessedYen),
        yenIn(row.votedYen),
        yenIn(row.limitYen),
        yenIn(row.contractYen),
      ],
    })),
    below: [
      say(
        '移行経費と運用経費の合計（補正を含む）。',
        'Migration and operation together, supplements included.',
      ),
    ],
  };
}

function obligations({ obligations: rows }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return {
    id: 'obligations',
    title: say('債務負担行為', 'Debt obligations'),
    head: [
      say('システム', 'System'),
      say('番号', 'No.'),
      say('事項', 'Matter'),
      say('期間', 'Period'),
      say('議決日', 'Voted on'),
      say('年度', 'Fiscal year'),
      say('限度額', 'Limit'),
    ],
    right: [1, 6],
    rows: rows.map((row) => ({
      key: `${row.system}/${row.no}/${row.fiscalYear}`,
      systems: [row.system],
      cells: [
        row.name[language],
        countCell(row.no),
        row.matter,
        `${dayIn(row.startOn, language)}${say('～', ' – ')}${dayIn(row.endOn, language)}`,
        dayCell(row.on, language),
        yearIn(row.fiscalYear, language),
        row.limitYen,
      ],
    })),
    below: [],
  };
}

function estimates({ estimates: rows }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return {
    id: 'estimates',
    title: say('見積の経緯', 'Versions of estimates'),
    head: [
      say('システム', 'System'),
      say('版', 'No.'),
      say('種類', 'Kind'),
      say('事業者', 'Vendor'),
      say('日付', 'Day'),
      say('移行経費', 'Migration'),
      say('運用経費', 'Operation'),
      say('総額', 'Total'),
      say('比べた版', 'Compared with'),
      say('増減', 'Difference'),
      say('増減率', 'Per cent'),
      say('理由', 'Reason'),
    ],
    right: [1, 5, 6, 7, 8, 9, 10],
    rows: rows.map((row) => ({
      key: `${row.system}/${row.no}`,
      systems: [row.system],
      cells: [
        row.name[language],
        countCell(row.no),
        row.kindLabel[language],
        row.vendor,
        dayCell(row.on, language),
        row.migrationYen,
        row.operationYen,
        row.totalYen,
        row.against ? countCell(row.against.no) : '－',
        row.against?.variance.amountYen ?? '－',
        row.against ? percentIn(row.against.variance) : '－',
        row.reason ?? '',
      ],
    })),
    below: rows.some(({ against }) => against?.variance.exact === false)
      ? [say('≒は小数第4位までに丸めた値です。', '≒ is rounded to four places.')]
      : [],
  };
}

const percentIn = ({ percent, exact }: VarianceView): string =>
  percent === null ? '－' : `${exact ? '' : '≒'}${percent}%`;

function versions({ contractVersions: rows }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const ended = rows.filter(({ no, terminatedOn }) => no === 0 && terminatedOn !== null);
  return {
    id: 'versions',
    title: say('契約の経緯', 'Versions of contracts'),
    head: [
      say('システム', 'System'),
      say('版', 'Version'),
      say('契約日', 'Made on'),
      say('決裁日', 'Decided on'),
      say('総額', 'Total'),
      say('増減', 'Change'),
      say('期間の末日', 'Until'),
      say('理由', 'Reason'),
    ],
    right: [4, 5],
    rows: rows.map((row) => ({
      key: `${row.system}/${row.no}`,
      systems: [row.system],
      cells: [
        row.name[language],
        row.no === 0 ? say('当初契約', 'as made') : say(`第${row.no}回変更`, `amendment ${row.no}`),
        dayCell(row.on, language),
        dayCell(row.decidedOn, language),
        row.totalYen,
        row.no === 0 ? '－' : row.changeYen,
        dayCell(row.until, language),
        row.reason ?? '',
      ],
    })),
    below: ended.map(({ name, terminatedOn }) =>
      say(
        `${name.ja}の契約は${dayIn(terminatedOn ?? '', 'ja')}に解除された。`,
        `The contract of ${name.en} was terminated on ${terminatedOn}.`,
      ),
    ),
  };
}
