// `doctor`: how every part of the installation is, a line each; exit code 1 where one is ill. A server that cannot answer
// is an ill part like any other: then what it says of itself to everyone is told, or that it does not answer at all.
import { type DoctorReport, doctorReport, readiness } from '../../server/contract/health.ts';
import { type CommandSpec, example } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Answer } from '../print/answer.ts';

type Part = DoctorReport['parts'][number];

const names: Record<Part['part'], Part['message']> = {
  server: { ja: 'サーバ', en: 'server' },
  database: { ja: 'データベース', en: 'database' },
  temporal: { ja: 'Temporal', en: 'Temporal' },
  worker: { ja: '作業者', en: 'worker' },
  dataFolder: { ja: 'データの場所', en: 'data folder' },
  keys: { ja: '署名の鍵', en: 'signing keys' },
  clock: { ja: '時計', en: 'clocks' },
  notices: { ja: '毎日のお知らせ', en: 'digests' },
  outbox: { ja: '通知', en: 'notices' },
  loading: { ja: '読み込み', en: 'loading' },
  runs: { ja: '移行', en: 'runs' },
  record: { ja: '記録', en: 'record' },
  ahead: { ja: '先の備え', en: 'ahead' },
  reach: { ja: '知らせの届き先', en: 'who is reached' },
};

const ANSWER_MS = 10_000;

async function doctor(context: Context): Promise<Answer> {
  const report = await examined(context);
  return {
    kind: 'value',
    value: report,
    rehearsal: false,
    lines: lines(report, context),
    endsAs: report.ok ? undefined : 'refused',
  };
}

async function examined(context: Context): Promise<DoctorReport> {
  try {
    return await context.client.get(doctorReport, '/doctor');
  } catch (error) {
    if (!(error instanceof CommandFailure) || error.kind !== 'unreachable') throw error;
    const parts = (await openParts(context)) ?? [
      { part: 'server', ok: false, message: error.text, facts: {} },
    ];
    return { ok: false, at: new Date().toISOString(), parts, ill: [] };
  }
}

/** What `/readyz` tells without asking who wants to know; null where nothing answers. */
async function openParts({ client }: Context): Promise<Part[] | null> {
  try {
    const response = await fetch(`${client.access.url}/readyz`, { signal: AbortSignal.timeout(ANSWER_MS) });
    const told = readiness.parse(await response.json());
    const parts = (['database', 'temporal', 'worker'] as const).map((part) => plain(part, told[part]));
    return [plain('server', true), ...parts];
  } catch {
    return null; // the failure that led here says why
  }
}

const plain = (part: Part['part'], ok: boolean): Part => ({
  part,
  ok,
  facts: {},
  message: ok ? { ja: '応答あり。', en: 'It answers.' } : { ja: '応答がありません。', en: 'No answer.' },
});

function lines({ parts, ill }: DoctorReport, { language }: Context): string[] {
  return [
    ...parts.flatMap(({ part, ok, message, notes = [] }) => [
      `${ok ? '✔' : '✘'} ${names[part][language]}: ${message[language]}`,
      ...notes.map((note) => `  ・${note[language]}`),
    ]),
    ...ill.map(
      ({ chain, message, since, cause }) =>
        `  ✘ ${chain}: ${message[language]} (${since.slice(0, 19)}Z; ${cause.split('\n')[0] ?? ''})`,
    ),
  ];
}

export const doctorCommands: CommandSpec[] = [
  {
    usage: 'doctor',
    text: {
      ja: '各部の診断（一つでも異常があれば終了コード 1）',
      en: 'the health of every part (exit code 1 if one is ill)',
    },
    examples: [
      example('sekimori doctor', '各部を一行ずつ', 'a line for each part'),
      example('sekimori doctor --json', '監視の仕組みから', 'for a monitoring system'),
    ],
    run: (context) => doctor(context),
  },
];
