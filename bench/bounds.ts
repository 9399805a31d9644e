// What is measured against which bound (DESIGN.md §11) and how a figure is judged. Knows nothing of how it is measured.

export interface Bound {
  id: string;
  ja: string;
  en: string;
  unit: '×' | 'ms' | 's' | 'kB' | 'MiB' | 'entries/s' | 'events';
  atMost?: number;
  atLeast?: number;
}

export const bounds = [
  {
    id: 'approvalRatio',
    ja: '承認（記録まで）の p50、素の Temporal 比',
    en: 'approval, recorded, p50 against bare',
    unit: '×',
    atMost: 1.8,
  },
  {
    id: 'throughputRatio',
    ja: '32 クライアントの処理量、素の Temporal 比',
    en: 'throughput at 32 clients against bare',
    unit: '×',
    atLeast: 0.5,
  },
  {
    id: 'cpuRatio',
    ja: 'ワーカーの CPU、1 件あたり、素の Temporal 比',
    en: "the worker's CPU an event against bare",
    unit: '×',
    atMost: 2,
  },
  {
    id: 'extraEvents',
    ja: '1 件あたりの履歴イベント、素の更新との差',
    en: 'history events per accepted event over bare',
    unit: 'events',
    atMost: 1,
  },
  {
    id: 'cachedRun',
    ja: 'ワーカーが覚えている移行 1 件',
    en: 'a cached run in the worker',
    unit: 'MiB',
    atMost: 0.5,
  },
  {
    id: 'liveStart',
    ja: '移行 1,000 件の始動（件数から換算）',
    en: '1,000 migrations started with their past, at the measured rate',
    unit: 's',
    atMost: 15,
  },
  {
    id: 'liveStore',
    ja: '移行 1 件が Temporal に占める量',
    en: "a migration in Temporal's store",
    unit: 'kB',
    atMost: 12,
  },
  {
    id: 'liveWorker',
    ja: '1,000 件以上を動かした後のワーカー',
    en: 'worker after 1,000 live migrations or more',
    unit: 'MiB',
    atMost: 400,
  },
  {
    id: 'clockMove',
    ja: '1,000 件にわたる時計の移動（件数から換算）',
    en: 'a clock move over 1,000 migrations, at the measured rate',
    unit: 's',
    atMost: 15,
  },
  { id: 'boardP99', ja: '一覧 1 ページの p99', en: 'board page, p99', unit: 'ms', atMost: 50 },
  {
    id: 'everywhereP99',
    ja: '全国の一覧の絞り込み p99',
    en: 'nation-wide page, any filter, p99',
    unit: 'ms',
    atMost: 100,
  },
  {
    id: 'systemAsOfP99',
    ja: '1 システムの過去の日の状態 p99',
    en: 'one system as of a day, p99',
    unit: 'ms',
    atMost: 50,
  },
  {
    id: 'deadlinesP99',
    ja: '1 週間の期限 p99',
    en: 'deadlines of a week, p99',
    unit: 'ms',
    atMost: 50,
  },
  {
    id: 'programmeAsOf',
    ja: '40 システムの計画全体の過去の日 p99',
    en: 'programme of 40 systems as of a day, p99',
    unit: 'ms',
    atMost: 200,
  },
  {
    id: 'verify',
    ja: '記録の検証、署名を含む',
    en: 'verify the record, signatures included',
    unit: 'entries/s',
    atLeast: 60_000,
  },
  {
    id: 'verifyChains',
    ja: '連鎖だけの検証',
    en: 'verify the chains alone',
    unit: 'entries/s',
    atLeast: 100_000,
  },
  {
    id: 'lastNotice',
    ja: '同じ 9 時の 10,000 点、最後のメールまで',
    en: '10,000 points at one 09:00, until the last mail',
    unit: 's',
    atMost: 3_600,
  },
  {
    id: 'systemActs',
    ja: 'システムの画面にできることが出るまで（p50）',
    en: 'acts of a system page shown, p50',
    unit: 'ms',
    atMost: 1_000,
  },
  { id: 'workerIdle', ja: '待機中のワーカー', en: 'idle worker memory', unit: 'MiB', atMost: 300 },
  { id: 'serverIdle', ja: '待機中のサーバー', en: 'idle server memory', unit: 'MiB', atMost: 200 },
  {
    id: 'secondStart',
    ja: '2 回目の npm start から準備完了まで',
    en: '`npm start`, second time, to ready',
    unit: 's',
    atMost: 15,
  },
] as const satisfies readonly Bound[];

export type BoundId = (typeof bounds)[number]['id'];
export type Values = Partial<Record<BoundId, number>>;

export interface Judgement {
  id: string;
  ja: string;
  en: string;
  bound: string;
  value: number | null;
  unit: string;
  verdict: 'ok' | 'over' | 'notMeasured';
}

export function judge(bound: Bound, value: number | undefined): Judgement {
  const { id, ja, en, unit, atMost, atLeast } = bound;
  const stated = atMost === undefined ? `≥ ${atLeast?.toLocaleString('en')}` : `≤ ${atMost}`;
  const base = { id, ja, en, unit, bound: `${stated} ${unit}` };
  if (value === undefined) return { ...base, value: null, verdict: 'notMeasured' };
  const holds =
    value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY);
  return { ...base, value, verdict: holds ? 'ok' : 'over' };
}

export const judgeAll = (values: Values): Judgement[] =>
  bounds.map((bound) => judge(bound, values[bound.id]));
