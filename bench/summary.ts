// From measurements to the figures that are printed and judged. Pure; only what was measured has a figure.
import type { Values } from './bounds.ts';
import type { Block, EngineMeasurement, Side } from './engine/engine.ts';
import type { LiveMeasurement } from './live/live.ts';
import type { NationalMeasurement } from './national/national.ts';
import type { NoticesMeasurement } from './notices/notices.ts';
import { median, type Ratio, ratioOfRounds, type Spread, spreadOf } from './percentiles.ts';
import type { PagesMeasurement } from './product/pages.ts';
import type { StartMeasurement } from './product/start.ts';

export interface Measurements {
  engine?: EngineMeasurement;
  live?: LiveMeasurement;
  nation?: NationalMeasurement;
  notices?: NoticesMeasurement;
  start?: StartMeasurement;
  pages?: PagesMeasurement;
}

export interface SideFigures {
  /** One client: milliseconds of every update, and of the approvals among them. */
  update: Spread;
  approval: Spread;
  singlePerSecond: number;
  /** Many clients. */
  loaded: Spread;
  manyPerSecond: number;
  /** CPU milliseconds per update at many clients. */
  cpu: Block['cpu'];
  eventsPerUpdate: number;
  bytesPerUpdate: number;
  history: Side['history'];
  workerMiB: number | null;
}

export interface EngineFigures {
  bare: SideFigures;
  ours: SideFigures;
  ratios: Record<'approvalP50' | 'approvalP99' | 'single' | 'many', Ratio>;
  /** Worker CPU an update at many clients; null where it cannot be told. */
  cpuRatio: number | null;
  temporalMiB: number | null;
}

export interface Figures {
  engine: EngineFigures | null;
  live: LiveMeasurement | null;
  nation: NationalMeasurement | null;
  notices: NoticesMeasurement | null;
  start: StartMeasurement | null;
  pages: PagesMeasurement | null;
  values: Values;
}

const times = (block: Block): number[] => block.samples.map(({ ms }) => ms);
const approvals = (block: Block): number[] =>
  block.samples.filter(({ type }) => type === 'gate.approved').map(({ ms }) => ms);
const rate = ({ samples, seconds }: Block): number => samples.length / seconds;

function sideFigures({ single, many, history, workerMiB }: Side): SideFigures {
  const cpuOf = (name: keyof Block['cpu']) => {
    const found = many.flatMap(({ cpu }) => cpu[name] ?? []);
    return found.length === 0 ? null : median(found);
  };
  return {
    update: spreadOf(single.flatMap(times)),
    approval: spreadOf(single.flatMap(approvals)),
    singlePerSecond: median(single.map(rate)),
    loaded: spreadOf(many.flatMap(times)),
    manyPerSecond: median(many.map(rate)),
    cpu: {
      worker: cpuOf('worker'),
      temporal: cpuOf('temporal'),
      postgres: cpuOf('postgres'),
      client: cpuOf('client'),
    },
    eventsPerUpdate: history.events / history.updates,
    bytesPerUpdate: history.bytes / history.updates,
    history,
    workerMiB,
  };
}

/** Both sides answer the same events in the same order, so an approval is compared with the update in its place. */
export function engineFigures({ bare, ours, temporalMiB }: EngineMeasurement): EngineFigures {
  const ratio = (blocks: 'single' | 'many', of: (block: Block) => number) =>
    ratioOfRounds(ours[blocks].map(of), bare[blocks].map(of));
  const sides = { bare: sideFigures(bare), ours: sideFigures(ours) };
  const [theirs, own] = [sides.bare.cpu.worker, sides.ours.cpu.worker];
  return {
    ...sides,
    cpuRatio: theirs === null || own === null ? null : own / theirs,
    ratios: {
      approvalP50: ratio('single', (block) => spreadOf(approvals(block)).p50),
      approvalP99: ratio('single', (block) => spreadOf(approvals(block)).p99),
      single: ratio('single', rate),
      many: ratio('many', rate),
    },
    temporalMiB,
  };
}

const THOUSAND = 1000;

/** Times are told for a thousand; memory of a thousand is judged only where a thousand were there. */
function liveValues({ count, ours, move, workerAfterMoveMiB }: LiveMeasurement): Values {
  return {
    liveStart: THOUSAND / ours.startsPerSecond,
    clockMove: (move.seconds * THOUSAND) / count,
    ...(ours.cachedMiB !== null && { cachedRun: ours.cachedMiB }),
    ...(ours.storeKb !== null && { liveStore: ours.storeKb }),
    ...(count >= THOUSAND && workerAfterMoveMiB !== null && { liveWorker: workerAfterMoveMiB }),
  };
}

export function figuresOf({ engine, live, nation, notices, start, pages }: Measurements): Figures {
  const figures = engine ? engineFigures(engine) : null;
  const values: Values = {
    ...(figures && {
      approvalRatio: figures.ratios.approvalP50.median,
      throughputRatio: figures.ratios.many.median,
      ...(figures.cpuRatio !== null && { cpuRatio: figures.cpuRatio }),
      extraEvents: figures.ours.eventsPerUpdate - figures.bare.eventsPerUpdate,
    }),
    ...(live && liveValues(live)),
    ...(nation && {
      boardP99: Math.max(
        nation.reads.boardFirst.p99,
        nation.reads.boardDeep.p99,
        nation.reads.boardFiltered.p99,
        nation.reads.boardOfProgramme.p99,
      ),
      everywhereP99: nation.reads.everywhereFiltered.p99,
      systemAsOfP99: nation.reads.systemAsOf.p99,
      deadlinesP99: Math.max(nation.reads.deadlinesOfWeek.p99, nation.reads.deadlinesOfWeekOfProgramme.p99),
      programmeAsOf: nation.reads.programmeAsOf.p99,
      verify: median(nation.verify.perSecond),
      verifyChains: median(nation.verify.chainsPerSecond),
    }),
    ...(notices && { lastNotice: notices.recordedSeconds + notices.madeSeconds + notices.carriedSeconds }),
    ...(pages && {
      systemActs: Math.max(...pages.opened.filter(({ id }) => id === 'acts').map(({ spread }) => spread.p50)),
    }),
    ...(start && { secondStart: start.secondSeconds }),
    ...(start && start.workerMiB !== null && { workerIdle: start.workerMiB }),
    ...(start && start.serverMiB !== null && { serverIdle: start.serverMiB }),
  };
  const measured = { live: live ?? null, nation: nation ?? null, notices: notices ?? null };
  return { engine: figures, ...measured, start: start ?? null, pages: pages ?? null, values };
}
