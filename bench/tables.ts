// Prints figures and their verdicts as tables, Japanese first. Decides nothing.
import Table from 'cli-table3';
import { judgeAll } from './bounds.ts';
import type { Spread } from './percentiles.ts';
import type { EngineFigures, Figures, SideFigures } from './summary.ts';
import type { Cpu } from './usage.ts';

const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const whole = (value: number) => Math.round(value).toLocaleString('en');
const maybe = (value: number | null, show: (given: number) => string) => (value === null ? '–' : show(value));
const spread = ({ p50, p99, max, count }: Spread) => [ms(p50), ms(p99), ms(max), whole(count)];

function table(head: string[], rows: (string | number)[][]): string {
  const made = new Table({ head, style: { head: [], border: [] } });
  made.push(...rows);
  return made.toString();
}

export function printed(figures: Figures): string {
  const parts = [
    figures.engine && enginePart(figures.engine),
    figures.live && livePart(figures.live),
    figures.nation && readsPart(figures.nation),
    figures.notices && noticesPart(figures.notices),
    figures.start && startPart(figures.start),
    figures.pages && pagesPart(figures.pages),
    verdictPart(figures),
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

function enginePart({ bare, ours, ratios, cpuRatio, temporalMiB }: EngineFigures): string {
  const row = (name: string, of: (side: SideFigures) => string, ratio = '') => [
    name,
    of(bare),
    of(ours),
    ratio,
  ];
  const between = ({ median, low, high }: { median: number; low: number; high: number }) =>
    `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
  const cpu = (name: keyof SideFigures['cpu']) => (side: SideFigures) => maybe(side.cpu[name], ms);
  const rows = [
    row('承認 p50 / approval p50, ms', (side) => ms(side.approval.p50), between(ratios.approvalP50)),
    row('承認 p99 / approval p99, ms', (side) => ms(side.approval.p99), between(ratios.approvalP99)),
    row('全更新 p50, p99 / all updates, ms', (side) => `${ms(side.update.p50)}, ${ms(side.update.p99)}`),
    row('処理量 1 / per second, 1 client', (side) => ms(side.singlePerSecond), between(ratios.single)),
    row('処理量 32 / per second, 32 clients', (side) => ms(side.manyPerSecond), between(ratios.many)),
    row('32 での p50, p99 / at 32 clients, ms', (side) => `${ms(side.loaded.p50)}, ${ms(side.loaded.p99)}`),
    row('履歴イベント / history events per update', (side) => side.eventsPerUpdate.toFixed(2)),
    row('履歴バイト / history bytes per update', (side) => whole(side.bytesPerUpdate)),
    row(
      '移行一件の履歴 / history of one migration',
      ({ history }) =>
        `${whole(history.updates)} upd., ${whole(history.events)} ev., ${whole(history.bytes / 1024)} KiB, ${history.runs} runs`,
    ),
    row(
      'CPU worker / ms per update at 32',
      cpu('worker'),
      maybe(cpuRatio, (ratio) => ratio.toFixed(2)),
    ),
    row('CPU Temporal', cpu('temporal')),
    row('CPU PostgreSQL', cpu('postgres')),
    row('CPU client', cpu('client')),
    row('worker 常駐 / resident after load, MiB', (side) => maybe(side.workerMiB, whole)),
  ];
  const note = temporalMiB === null ? '' : `\nTemporal: ${whole(temporalMiB)} MiB`;
  return `${table(['エンジン / engine', '素 / bare', '関守 / ours', '比 / ratio (rounds)'], rows)}${note}`;
}

function noticesPart(given: NonNullable<Figures['notices']>): string {
  const {
    programmes,
    points,
    people,
    recordedSeconds,
    madeSeconds,
    carriedSeconds,
    digests,
    mails,
    doubled,
  } = given;
  const rows = [
    ['記録されるまで / until recorded, s', ms(recordedSeconds)],
    ['まとめが作られるまで / until digests are made, s', ms(madeSeconds)],
    ['最後のメールまで / until the last mail, s', ms(carriedSeconds)],
    ['まとめ、メール / digests, mails', `${whole(digests)}, ${whole(mails)}`],
    ['重複 / doubled', whole(doubled)],
  ];
  const head = `${whole(points)} 点・${whole(programmes)} 団体・${whole(people)} 人 / points, programmes, people`;
  return table([head, ''], rows);
}

function livePart({
  count,
  bare,
  ours,
  move,
  moveCpu,
  workerAfterMoveMiB,
}: NonNullable<Figures['live']>): string {
  const row = (name: string, of: (side: typeof ours) => string) => [name, of(bare), of(ours)];
  const rows = [
    row('始動 / started per second', (side) => ms(side.startsPerSecond)),
    row('CPU ms: worker, Temporal, PostgreSQL, client', ({ cpu }) => cpuOf(cpu)),
    row('記憶中の 1 件 / MiB per cached run', (side) => maybe(side.cachedMiB, (mib) => mib.toFixed(2))),
    row('worker 常駐 / resident, MiB', (side) => maybe(side.workerMiB, whole)),
    row("Temporal の中の 1 件 / in Temporal's store, kB", (side) => maybe(side.storeKb, ms)),
  ];
  return [
    table([`動いている ${whole(count)} 件 / live`, '素 / bare', '関守 / ours'], rows),
    `時計の移動 / clock move: ${move.days} 日, ${whole(move.points)} 点 / points, ${move.seconds.toFixed(1)} s; worker ${maybe(workerAfterMoveMiB, whole)} MiB; CPU ms ${cpuOf(moveCpu)}`,
  ].join('\n');
}

const cpuOf = ({ worker, temporal, postgres, client }: Cpu): string =>
  [worker, temporal, postgres, client].map((used) => maybe(used, ms)).join(', ');

function readsPart({ loaded, reads, verify, redecide }: NonNullable<Figures['nation']>): string {
  const rows = [
    ['一覧 先頭 / board, first page', ...spread(reads.boardFirst)],
    ['一覧 奥 / board, any deep page', ...spread(reads.boardDeep)],
    ['一覧 絞込 / board, filtered', ...spread(reads.boardFiltered)],
    ['一覧 1 団体 / board of one programme', ...spread(reads.boardOfProgramme)],
    ['全国の一覧 絞込 / nation-wide page, any filter', ...spread(reads.everywhereFiltered)],
    ['計画の名簿 / programmes there are', ...spread(reads.programmes)],
    ['1 システムの過去 / one system as of a day', ...spread(reads.systemAsOf)],
    ['1 週間の期限 全国 / deadlines of a week', ...spread(reads.deadlinesOfWeek)],
    ['1 週間の期限 1 団体 / … of one programme', ...spread(reads.deadlinesOfWeekOfProgramme)],
    ['40 システムの過去 / programme of 40 as of a day', ...spread(reads.programmeAsOf)],
  ];
  const total = whole(loaded.entries + loaded.walkedEntries);
  return [
    `${whole(loaded.systems)} システム、${total} 件（件数からの導出） / systems and entries, derived from the counts; loaded in ${whole(loaded.seconds)} s`,
    table(['読み取り / reads, ms', 'p50', 'p99', 'max', 'n'], rows),
    `検証 / verify: ${whole(verify.entries)} 件, ${whole(verify.chains)} chains; すべて / everything ${whole(verify.allPerSecond)} entries/s; 署名まで / with signatures ${verify.perSecond.map(whole).join(', ')}; 連鎖だけ / chains alone ${verify.chainsPerSecond.map(whole).join(', ')}`,
    `機械で決め直す / decided again by the machine: ${whole(redecide.entries)} 件, ${whole(redecide.perSecond)} entries/s`,
  ].join('\n');
}

function pagesPart({ opened, filtered }: NonNullable<Figures['pages']>): string {
  const head = ['画面 / pages in Chromium, ms', 'p50', 'p99', 'max', 'n'];
  const rows = [
    ...opened.map((page) => [page.name, ...spread(page.spread)]),
    ['一覧の絞込 / the board narrowed down', ...spread(filtered)],
  ];
  return table(head, rows);
}

function startPart(start: NonNullable<Figures['start']>): string {
  return table(
    ['起動と待機 / start and idle', ''],
    [
      ['1 回目 / first start, s', start.firstSeconds.toFixed(1)],
      ['2 回目 / second start, s', start.secondSeconds.toFixed(1)],
      ['ワーカー / worker, MiB', maybe(start.workerMiB, whole)],
      ['サーバー / server, MiB', maybe(start.serverMiB, whole)],
    ],
  );
}

const marks = { ok: '○ ok', over: '✘ over', notMeasured: '– not measured' } as const;

function verdictPart({ values }: Figures): string {
  const rows = judgeAll(values).map(({ ja, en, value, bound, verdict }) => [
    `${ja}\n${en}`,
    value === null ? '–' : value >= 1000 ? whole(value) : value.toFixed(2),
    bound,
    marks[verdict],
  ]);
  return table(['DESIGN.md §11', '値 / value', '上限・下限 / bound', ''], rows);
}
