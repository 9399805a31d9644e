// What can be taken away of a programme, and what each contains. Who may is the guard of its route's to say.
import type { Text } from '../../../machines/definition/definition.ts';

interface Paper {
  id: string;
  name: Text;
  holds: Text;
  /** Behind the programme. */
  route: string;
  query: Text;
  command: string;
}

const alike = (query: string): Text => ({ ja: query, en: query });

export const papers: readonly Paper[] = [
  {
    id: 'export',
    name: { ja: '全記録（JSON Lines）', en: 'Every entry (JSON Lines)' },
    holds: {
      ja: '見られる連鎖の記録のすべて。一行が一件で、検証値の元になったバイト列そのものです。示されない記録は、番号・検証値・理由だけの行になります。',
      en: 'Every entry of the chains that you see, one a line: the very bytes that were hashed. One that is not shown to you is a line of its number, hash and reason.',
    },
    route: '/export',
    query: alike(''),
    command: 'sekimori export',
  },
  {
    id: 'report',
    name: { ja: '取組み状況の報告（Excel）', en: 'The report (.xlsx)' },
    holds: {
      ja: '今日の進み、期限、費用、調達、契約を、報告書の表の形で。選定前の調達の内容は、示される人にだけ入ります。',
      en: 'Progress, deadlines, cost, procurement and contracts of today in the report’s tables. A procurement before its decision is in it only for whom it is shown to.',
    },
    route: '/report',
    query: { ja: '?format=xlsx&lang=ja', en: '?format=xlsx&lang=en' },
    command: 'sekimori report --format xlsx --out report.xlsx',
  },
  {
    id: 'steps',
    name: { ja: '40ステップの進捗表（Excel）', en: 'The 40-step sheet (.xlsx)' },
    holds: { ja: '業務ごとの40ステップの状態。', en: 'The 40 steps of each business.' },
    route: '/national-sheet',
    query: alike('?format=xlsx'),
    command: 'sekimori national-sheet --format xlsx --out steps.xlsx',
  },
  {
    id: 'schedule',
    name: { ja: '工程表（Excel）', en: 'The plan (.xlsx)' },
    holds: {
      ja: '工程ごとの計画と実績の日、期限。',
      en: 'Planned and actual days of each phase, and deadlines.',
    },
    route: '/schedule.xlsx',
    query: { ja: '?lang=ja', en: '?lang=en' },
    command: 'sekimori gantt --out plan.xlsx',
  },
  {
    id: 'warned',
    name: { ja: '期限の通知と受領（CSV）', en: 'Warnings and receipts (CSV)' },
    holds: {
      ja: '期限を誰に、いつ、どの経路で知らせ、届いたか、読まれたか。',
      en: 'Whom a deadline was told to, when, by which channel; whether it arrived and was read.',
    },
    route: '/warnings.csv',
    query: { ja: '?lang=ja', en: '?lang=en' },
    command: 'sekimori export --warned --out warned.csv',
  },
];
