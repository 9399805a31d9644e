// One prepared record that every tampering gets a copy of: a programme whose clock was moved, a platform that announces a
// milestone, a system that heard of it and whose timer fired, one more, and one where nothing has happened.

import postgres from 'postgres';
import { inject } from 'vitest';
import { firstEntry } from '../../bench/first-entry.ts';
import { type Ledger, openLedger } from '../../ledger/open.ts';
import type { Verification } from '../../ledger/proof/verify.ts';
import { wordsOf } from '../../machines/migration/announced.ts';
import { nextWake, wakeEvent } from '../../machines/migration/migration.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { programmePlayable, programmeVersionsOf } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { stated } from '../../machines/record/claim.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { type Entry, seal } from '../../machines/record/entry.ts';
import { snapshotIn } from '../../machines/record/reader.ts';
import { person } from '../builders/migration.ts';
import { LONG_AGO, signer } from '../builders/signing.ts';
import { events, openRecord, type Record, systemNamed } from '../ledger/record.ts';
import { begin, Walk } from '../ledger/walk.ts';

export const code = '131121';
export const chains = { programme: code, juki: `${code}/juki`, zei: `${code}/zei`, renkei: `${code}/renkei` };
const day = (n: number) => `2023-12-${String(n).padStart(2, '0')}T10:00:00+09:00`;
const named = (name: string) => ({ ja: name, en: name });

export const programme: ProgrammeDefinition = {
  version: 1,
  code,
  name: named('世田谷区'),
  rehearsal: true,
  startAt: '2023-11-16T09:00:00+09:00',
  waves: [{ id: 'wave-1', label: named('第1グループ') }],
  businesses: [{ name: '住民基本台帳', applies: true }],
  bodies: [{ id: 'dx-office', label: named('DX推進担当部'), members: 3 }],
  control: ['dx-office'],
  systems: ['juki', 'zei', 'renkei', 'idle'],
};

/** Copies of one database: each begins as it was prepared. */
export interface Prepared {
  /** Heads of the untouched record. */
  heads: Verification['heads'];
  copy: () => Promise<Copy>;
  close: () => Promise<void>;
}

export interface Copy {
  admin: postgres.Sql;
  app: postgres.Sql;
  ledger: Ledger;
  close: () => Promise<void>;
}

export async function prepareRecord(): Promise<Prepared> {
  const record = await openRecord();
  await fill(record);
  const { heads } = await record.ledger.verify();
  // A template has nobody connected.
  await record.ledger.close();
  const cluster = postgres(inject('databaseOwnerUrl'), { max: 1, onnotice: () => undefined });
  let copies = 0;
  const template = new URL(record.database.adminUrl).pathname.slice(1);
  return {
    heads,
    copy: () => {
      copies += 1;
      return copyOf(cluster, record, template, `${template}_${copies}`);
    },
    close: async () => {
      await cluster.end();
      await record.database.drop();
    },
  };
}

async function copyOf(
  cluster: postgres.Sql,
  { database }: Record,
  template: string,
  name: string,
): Promise<Copy> {
  await cluster`create database ${cluster(name)} template ${cluster(template)} strategy file_copy`;
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const admin = postgres(at(database.adminUrl), { max: 1, onnotice: () => undefined });
  const app = postgres(at(database.appUrl), { max: 1, onnotice: () => undefined });
  await cluster`grant connect on database ${cluster(name)} to sekimori_app`;
  const ledger = openLedger(at(database.appUrl), { connections: 2 });
  return {
    admin,
    app,
    ledger,
    close: async () => {
      await Promise.all([admin.end(), app.end(), ledger.close()]);
      await cluster`drop database ${cluster(name)} with (force)`;
    },
  };
}

async function fill({ ledger }: Record): Promise<void> {
  const renkei = new Walk(platform());
  const [juki, zei, idle] = [
    new Walk(systemNamed('juki')),
    new Walk(systemNamed('zei')),
    new Walk(systemNamed('idle')),
  ];
  await ledger.load({ programme, migrations: [juki, zei, renkei, idle].map(({ kept }) => kept) });
  await ledger.database.sql`insert into programme_loading (programme, completed_at) values (${code}, now())`;
  const own = programmeEntries();
  await ledger.append(own.slice(0, -1));
  await ledger.append([renkei.take(events.submitted(day(1))), renkei.take(events.approved(day(2)))]);
  await ledger.append([
    juki.take(events.submitted(day(1))),
    juki.take(events.approved(day(2))),
    juki.take(word(renkei, 'juki', day(3))),
    juki.take(events.held(day(4))),
    juki.take(events.resumed(day(5))),
    juki.take(events.budget(day(6), 2023, '2023-10-01')),
    juki.take(timer(juki)),
  ]);
  await ledger.append([
    zei.take(events.submitted(day(11))),
    zei.take(events.approved(day(12))),
    zei.take(events.held(day(13))),
  ]);
  await ledger.append(own.slice(-1));
}

function platform() {
  const base = systemNamed('renkei', { dependents: ['juki'] });
  const [first, ...others] = base.path.phases;
  if (!first) throw new Error('a path has phases');
  return {
    ...base,
    path: { ...base.path, phases: [{ ...first, announces: 'integration-test-1' }, ...others] },
  };
}

/** What the platform's last entry says to another system. */
function word(from: Walk, to: string, at: string) {
  const last = from.entries.at(-1);
  const effects = JSON.parse(last?.effects ?? '[]') as Effect[];
  const said = wordsOf(from.kept.definition, effects, from.entries.length).find((each) => each.to === to);
  if (!said) throw new Error('the platform announces its milestone');
  return { ...said.submission, at };
}

function timer({ kept: { definition }, snapshot }: Walk) {
  const [at, due] = [nextWake(definition, snapshot), wakeEvent(definition, snapshot)];
  if (at === null || due === null) throw new Error('the prepared system has a deadline');
  return { ...due, at };
}

function programmeEntries(): Entry[] {
  const pinned = firstEntry(programme, LONG_AGO, signer);
  let [snapshot, prev] = [snapshotIn<ProgrammeSnapshot>(pinned), pinned.hash];
  const moves = ['2023-12-01T09:00:00+09:00', '2024-01-04T09:00:00+09:00'];
  const moved = moves.map((to, index) => {
    const at = index === 0 ? begin.at : (moves[0] ?? '');
    const event: ProgrammeSubmission = {
      fact: { type: 'clock.moved', to },
      actor: person('dx', 'dx-office'),
      occurredOn: at.slice(0, 10),
      requestId: `clock/${index}`,
    };
    const decided = decide(programmePlayable(programme), snapshot, [event], Date.parse(at));
    snapshot = decisionsOf(decided).at(-1)?.snapshot ?? snapshot;
    const place = { format: 2 as const, chain: code, seq: index + 2, prev };
    const versions = programmeVersionsOf(programme);
    const recorded = { recordedAt: at, wallAt: at, rehearsal: true, versions };
    const entry = seal({ ...place, ...recorded, ...signer.sign(code, stated(event)) }, snapshot, []);
    prev = entry.hash;
    return entry;
  });
  return [pinned, ...moved, begun(snapshot, prev)];
}

/** Who holds what from the last day on: what people did before names no grant. */
function begun(before: ProgrammeSnapshot, prev: string): Entry {
  const at = '2024-01-04T09:00:00+09:00';
  const held = {
    account: 'one',
    post: 'dx-office',
    system: null,
    fromOn: '2023-04-01',
    untilOn: '2024-03-31',
  };
  const people = ['one', 'two'].map((account) => ({ account, name: account }));
  const event: ProgrammeSubmission = {
    fact: { type: 'powers.begun', people, grants: [held] },
    actor: { kind: 'import', account: 'sekimori', name: '関守', post: 'import' },
    occurredOn: at.slice(0, 10),
    requestId: 'powers/1',
  };
  const decided = decide(programmePlayable(programme), before, [event], Date.parse(at));
  const snapshot = decisionsOf(decided).at(-1)?.snapshot ?? before;
  const recorded = { recordedAt: at, wallAt: at, rehearsal: true, versions: programmeVersionsOf(programme) };
  const place = { format: 2 as const, chain: code, seq: 4, prev };
  return seal({ ...place, ...recorded, ...signer.sign(code, stated(event)) }, snapshot, []);
}
