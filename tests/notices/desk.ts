// A programme of three systems on record, people with posts in it, and a hand on the wall's clock: what digests are made of.
import postgres from 'postgres';
import type { Channel } from '../../activities/notices/channels/channel.ts';
import { type Carrying, carryDue } from '../../activities/notices/digest/carrying.ts';
import { createMaker } from '../../activities/notices/digest/making.ts';
import type { Source } from '../../activities/notices/digest/source.ts';
import { deadlineLines } from '../../activities/notices/digest/sources/deadlines.ts';
import { decisionLines } from '../../activities/notices/digest/sources/decisions.ts';
import { toldLines } from '../../activities/notices/digest/sources/told.ts';
import type { Letter } from '../../activities/notices/letter/letter.ts';
import type { DigestLine } from '../../ledger/models/digests/line.ts';
import { type Ledger, openLedger } from '../../ledger/open.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import { instantFromMs } from '../../machines/values/date.ts';
import { deadline, definition, person, stamped } from '../builders/migration.ts';
import { pin, pinnable } from '../builders/signing.ts';
import { Walk } from '../ledger/walk.ts';
import { createDatabase } from '../servers/database.ts';
import type { TestDatabase } from '../servers/empty-database.ts';

export const CODE = '131121';
const business = person('gyomu', 'business-division');
const group = person('bukai', 'working-group');

export interface Desk {
  database: TestDatabase;
  ledger: Ledger;
  walks: Map<string, Walk>;
  /** The wall's clock, which a real programme's is. */
  at: (instant: string) => void;
  wallMs: () => number;
  make: () => Promise<number>;
  carry: (channel: Channel, over?: Partial<Carrying>) => Promise<string[]>;
  /** The last digest of an account as it was made. */
  digestOf: (account: string) => Promise<{ day: string; late: boolean; lines: DigestLine[] } | null>;
  /** Every day on which an account had a digest. */
  daysOf: (account: string) => Promise<string[]>;
  /** What is due of a system up to an instant is told by its timer. */
  wake: (system: string, until: string) => Promise<void>;
  submit: (system: string, at: string) => Promise<void>;
  approve: (system: string, at: string) => Promise<void>;
  extend: (system: string, at: string, dueOn: string) => Promise<void>;
  hold: (system: string, at: string) => Promise<void>;
  sendings: () => Promise<
    { day: string; channel: string; state: string; attempts: number; last_error: string | null }[]
  >;
  close: () => Promise<void>;
}

const systems = { juki: '住民記録', zei: '税', kaigo: '介護保険' };
/** Of what is told; what comes of age has tests of its own. */
const toldSources = [deadlineLines, decisionLines, toldLines];
const dated = { rule: { kind: 'fixed' as const, on: '2023-12-15' }, reminders: [-7, -1, 7] };

const later = { rule: { kind: 'fixed' as const, on: '2023-12-22' }, reminders: [-1] };

function systemOf(
  id: string,
  ja: string,
  { rehearsal, over }: Omit<Opening, 'sources'>,
): MigrationDefinition {
  const of = definition({
    programme: { code: CODE, name: { ja: '世田谷区', en: 'Setagaya' }, rehearsal },
    deadlines: [
      deadline('step-17-1', { ...dated, label: { ja: '⑰-1 データ移行', en: '17-1 data' } }),
      deadline('contract-end', { ...later, to: ['working-group'], label: { ja: '契約', en: 'contract' } }),
    ],
    dependents: [],
    ...over,
  });
  return { ...of, system: { ...of.system, id, name: { ja, en: id } } };
}

interface Opening {
  rehearsal: boolean;
  /** What its systems have besides. */
  over: Partial<MigrationDefinition>;
  /** Where its digests' lines come from. */
  sources: readonly Source[];
}

export async function openDesk(opening: Partial<Opening> = {}): Promise<Desk> {
  const { rehearsal = false, over = {}, sources = toldSources } = opening;
  const database = await createDatabase();
  const began = '2023-11-16T09:00:00+09:00';
  let [nowMs, writtenMs] = [0, Date.parse(began)];
  const ledger = openLedger(database.appUrl, { connections: 8, pinnable, wallMs: () => writtenMs });
  await pin(ledger, CODE, rehearsal, { recordedAt: began, wallAt: began });
  await ledger.loadings.begin(CODE);
  await ledger.loadings.complete(CODE);
  const walks = new Map<string, Walk>();
  for (const [id, ja] of Object.entries(systems)) {
    const walk = new Walk(systemOf(id, ja, { rehearsal, over }));
    await ledger.load({ migrations: [walk.kept] });
    walks.set(id, walk);
  }
  await givePosts(database.ownerUrl);
  const walkOf = (system: string): Walk => walks.get(system) as Walk;
  const { sql } = ledger.database;
  const record = async (system: string, event: StampedEvent) => {
    writtenMs = Date.parse(event.at);
    await ledger.append([walkOf(system).take(event)]);
  };
  const making = { ledger, channels: [always('mail'), always('webhook')], wallMs: () => nowMs, sources };
  const maker = createMaker(making);
  return {
    database,
    ledger,
    walks,
    at: (instant) => {
      nowMs = Date.parse(instant);
    },
    wallMs: () => nowMs,
    make: () => maker(CODE),
    carry: async (channel, over = {}) => {
      const outcomes: string[] = [];
      const onOutcome: Carrying['onOutcome'] = (_sending, outcome) => outcomes.push(outcome);
      await carryDue({
        ledger,
        channels: [channel],
        wallMs: () => nowMs,
        sources,
        onOutcome,
        backoffMs: () => 0,
        ...over,
      });
      return outcomes;
    },
    digestOf: async (account) => {
      const [row] = await sql<{ day: string; late: boolean; lines: DigestLine[] }[]>`
        select day::text as day, late, lines from digest where account = ${account} order by day desc limit 1`;
      return row ?? null;
    },
    daysOf: async (account) => {
      const rows = await sql<{ day: string }[]>`
        select day::text as day from digest where account = ${account} order by day`;
      return rows.map(({ day }) => day);
    },
    wake: async (system, until) => {
      const walk = walkOf(system);
      const machine = migrationPlayable(walk.kept.definition);
      for (;;) {
        const dueMs = machine.nextWake(walk.snapshot);
        const event = machine.wakeEvent(walk.snapshot);
        if (dueMs === null || event === null || dueMs > Date.parse(until)) return;
        await record(system, { ...event, at: instantFromMs(dueMs) });
      }
    },
    submit: async (system, at) => {
      const fact = { type: 'phase.submitted' as const, phase: 'fit-gap', evidence: [] };
      await record(system, stamped(fact, business, { at }));
    },
    approve: async (system, at) => {
      await record(system, stamped({ type: 'gate.approved', phase: 'fit-gap' }, group, { at }));
    },
    extend: async (system, at, dueOn) => {
      const fact = { type: 'deadline.extended' as const, deadline: 'step-17-1', dueOn, reason: '延期' };
      const actor = person('keiyaku', 'contracts-division');
      await record(system, stamped(fact, actor, { at }));
    },
    hold: async (system, at) => {
      const office = person('dx', 'dx-office');
      await record(system, stamped({ type: 'migration.held', reason: '仕様の確定待ち' }, office, { at }));
    },
    sendings: async () => [
      ...(await sql<Awaited<ReturnType<Desk['sendings']>>>`
        select day::text as day, channel, state, attempts, last_error from digest_sending order by day, account, channel`),
    ],
    close: async () => {
      await ledger.close();
      await database.drop();
    },
  };
}

/** Dx holds two posts that are told of the same; the reviewer holds hers in one system alone. */
async function givePosts(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 });
  const grants = [
    ['dx', 'dx-office', null],
    ['dx', 'contracts-division', null],
    ['bukai', 'working-group', null],
    ['juki-only', 'working-group', 'juki'],
    ['shut', 'dx-office', null],
  ] as const;
  for (const account of ['dx', 'bukai', 'juki-only', 'shut'])
    await sql`insert into person (account, name, disabled_at)
      values (${account}, ${account}, ${account === 'shut' ? sql`now()` : null})`;
  for (const [place, [account, post, system]] of grants.entries())
    await sql`insert into post_grant (chain, seq, place, account, post, programme, system, from_on, until_on, granted_by, granted_at)
      values (${CODE}, 1, ${place}, ${account}, ${post}, ${CODE}, ${system}, '2023-04-01', '2025-03-31', 'test', now())`;
  await sql.end();
}

const always = (name: string) => ({
  name,
  reaches: ({ mail, webhook }: { mail: string | null; webhook: string | null }) =>
    (name === 'mail' ? mail : webhook) !== null,
});

/** A channel that does as it is told, and keeps what it was given. */
export function channelOf(
  name: string,
  answer: (letter: Letter) => Promise<string>,
): Channel & { letters: Letter[] } {
  const letters: Letter[] = [];
  return {
    ...always(name),
    letters,
    send: (letter) => {
      letters.push(letter);
      return answer(letter);
    },
  };
}

export const textsOf = (lines: readonly DigestLine[]): string[] =>
  lines.map(({ text, parts }) => `${parts.map(({ system }) => system?.id).join('+')}: ${text.ja}`);
