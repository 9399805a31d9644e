// One migration without a pause: the platform of the Setagaya rehearsal goes through one gate and back, as fast as a script
// asks, over many runs. Every act is taken at the first asking, and stands once; those who wait hear every word in order.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../setup/program.mjs';
import { exported, verified } from '../calm.ts';
import { toldAndRecorded } from '../checker/heard.ts';
import { readRecord, type TownRecord } from '../checker/record.ts';
import { type Violation, violation } from '../checker/violation.ts';
import type { Api } from '../people/http.ts';
import { insist } from '../people/insisting.ts';
import { look, type Sight } from '../people/sight.ts';
import type { Told } from '../people/told.ts';
import { replayed } from '../replays.ts';
import { withTemporal } from '../tree/temporal.ts';
import { startTree, type Tree } from '../tree/tree.ts';
import { until } from '../tree/waiting.ts';
import { actOf, DEPENDENTS, type LapAct, lapOf, PHASE, SYSTEM, through, VOICES_TO_GO_BACK } from './lap.ts';

const CODE = '131121';
const ANSWER = { answerMs: 30_000, insistMs: 60_000 };
const HEAR_LIMIT_MS = 300_000;
/** From where the rehearsal opens to the phase of the laps. */
const PHASES_AT_MOST = 12;

export interface LoopFigures {
  acts: number;
  laps: number;
  /** Acts whose commit outlived the task that made it. */
  outlived: number;
  runs: number;
  entries: number;
  /** Of one answer, in milliseconds. */
  usualMs: number;
  slowestMs: number;
  /** How long after the last act everybody had heard of it. */
  heardMs: number | null;
  violations: Violation[];
}

export async function loop(given: {
  loopMs: number;
  temporalProgram: string;
  say: (line: string) => void;
}): Promise<LoopFigures> {
  const prepare = (folder: string) =>
    cpSync(join(projectFolder, 'seeds/setagaya'), folder, { recursive: true });
  const tree = await startTree(prepare, given.temporalProgram);
  given.say(`the rehearsal is open: ${tree.dataFolder}`);
  let isWell = false;
  try {
    const figures = await walked(tree, given.loopMs);
    isWell = figures.violations.length === 0;
    return figures;
  } finally {
    await tree.stop();
    if (isWell) tree.remove();
    else given.say(`kept: ${tree.folder} (logs in data/log)`);
  }
}

async function walked(tree: Tree, loopMs: number): Promise<LoopFigures> {
  const api: Api = { url: tree.url, code: CODE, dataFolder: tree.dataFolder };
  const walk = new Walk(api, await sightOf(api));
  await walk.toTheTest(await sightOf(api));
  const endsAt = performance.now() + loopMs;
  while (walk.isWell && performance.now() < endsAt) await walk.lap();
  const heard = await untilHeard(api);
  const text = heard?.value ?? (await exported(api));
  const proof = await verified(tree.dataFolder);
  const replays = await replayed(tree);
  const record = recordOf(text);
  const times = walk.told.map(({ sentAt, heardAt }) => heardAt - sentAt).sort((a, b) => a - b);
  return {
    acts: walk.told.length,
    laps: walk.laps,
    outlived: walk.outlived,
    runs: await runsOf(tree),
    entries: record.chains.get(`${CODE}/${SYSTEM}`)?.length ?? 0,
    usualMs: times[Math.floor(times.length / 2)] ?? 0,
    slowestMs: times.at(-1) ?? 0,
    heardMs: heard?.ms ?? null,
    violations: [
      ...walk.violations,
      ...replays.violations,
      ...record.violations,
      ...toldAndRecorded(walk.told, record, record),
      ...DEPENDENTS.flatMap((system) => wordsWrong(record, system)),
      ...(proof.code === 0
        ? []
        : [violation('verify', '', '', `exit ${proof.code}: ${proof.output.slice(0, 2_000)}`)]),
    ],
  };
}

/** What the script has sent and heard so far. */
class Walk {
  readonly told: Told[] = [];
  readonly violations: Violation[] = [];
  laps = 0;
  outlived = 0;
  readonly #api: Api;
  readonly #today: string;
  #version: number;

  constructor(api: Api, { today, version }: Sight) {
    this.#api = api;
    this.#today = today;
    this.#version = version;
  }

  get isWell(): boolean {
    return this.violations.length === 0;
  }

  async toTheTest({ phase: first }: Sight): Promise<void> {
    let phase = first;
    for (let n = 0; phase !== PHASE; n += 1) {
      if (n > PHASES_AT_MOST || !this.isWell)
        throw new Error(`${SYSTEM} did not come to ${PHASE} (${phase})`);
      for (const act of through(phase)) await this.#send(act);
      phase = (await sightOf(this.#api)).phase;
    }
  }

  async lap(): Promise<void> {
    for (const act of lapOf(this.#today)) if (this.isWell) await this.#send(act);
    if (this.isWell) this.laps += 1;
  }

  /**
   * Sent until there is a word; but any other than a yes at the first asking is wrong. One that stood already when its task was
   * done a second time is counted: a commit may outlive the task that made it.
   */
  async #send(given: LapAct): Promise<void> {
    const at = { requestId: `loop-${this.told.length}`, today: this.#today, version: this.#version };
    const act = actOf(this.#api, given, at);
    const { told } = await insist(this.#api, act, ANSWER);
    this.told.push(told);
    const last = told.words.at(-1);
    if (last?.kind === 'acknowledged' && last.repeated) this.outlived += 1;
    if (last?.kind !== 'acknowledged' || told.words.length > 1)
      this.violations.push(
        violation('taken', act.chain, act.requestId, `${act.type}: ${JSON.stringify(told.words)}`),
      );
    if (last?.kind === 'acknowledged') this.#version = last.seq ?? this.#version;
  }
}

async function sightOf(api: Api): Promise<Sight> {
  const sight = await look(api, SYSTEM, () => false);
  if (!sight) throw new Error('unreachable: it looks until it sees');
  return sight;
}

/** The whole export, read with every chain that is in it. */
function recordOf(text: string): TownRecord {
  const chains = new Set([...text.matchAll(/^\{[^\n]*?"chain":"([^"]+)"/gm)].map(([, chain]) => chain ?? ''));
  return readRecord(text, [...chains]);
}

const heardBy = ({ chains }: TownRecord, system: string): string[] =>
  (chains.get(`${CODE}/${system}`) ?? [])
    .map(({ fact }) => fact.type)
    .filter((type) => type.startsWith('milestone.'));

/** What the platform's own chain says that the others must hear: each passing, and each going back once the committee is for it. */
function saidIn({ chains }: TownRecord): string[] {
  let voices = 0;
  return (chains.get(`${CODE}/${SYSTEM}`) ?? []).flatMap(({ fact }) => {
    if (fact.type === 'gate.approved' && fact.phase === PHASE) return ['milestone.reached'];
    if (fact.type !== 'goingBack.approved') return [];
    voices += 1;
    return voices % VOICES_TO_GO_BACK === 0 ? ['milestone.withdrawn'] : [];
  });
}

function wordsWrong(record: TownRecord, system: string): Violation[] {
  const heard = heardBy(record, system);
  const said = saidIn(record);
  const at = said.findIndex((word, index) => heard[index] !== word);
  if (heard.length === said.length && at === -1) return [];
  const what = `${said.length} words were said and ${heard.length} heard; they part at ${at === -1 ? said.length : at}`;
  return [violation('milestone', `${CODE}/${system}`, '', what)];
}

/** Null where somebody never hears all: told as a violation. */
function untilHeard(api: Api): Promise<{ value: string; ms: number } | null> {
  const all = async () => {
    const text = await exported(api);
    const record = recordOf(text);
    const isHeard = DEPENDENTS.every((system) => heardBy(record, system).length >= saidIn(record).length);
    return isHeard ? text : null;
  };
  return until('everybody to hear every word', HEAR_LIMIT_MS, all, 2_000).catch(() => null);
}

/** As how many runs the migration went on, by Temporal's own list. */
async function runsOf(tree: Tree): Promise<number> {
  const query = `WorkflowId = 'migration/${CODE}/${SYSTEM}'`;
  const { count } = await withTemporal(tree, (client) => client.workflow.count(query));
  return count;
}
