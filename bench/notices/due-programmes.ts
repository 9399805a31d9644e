// Municipalities whose systems all have a reminder at the same 09:00, with people in their posts: made up for the bench from the national
// list. Their timers' entries are decided by the machine and sealed like any other.
import postgres from 'postgres';
import type { Signer } from '../../ledger/lock/signer.ts';
import type { Ledger } from '../../ledger/open.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import { fewAtOnce } from '../../machines/values/at-once.ts';
import { addDays, instantFromMs } from '../../machines/values/date.ts';
import { openProgramme } from '../first-entry.ts';
import type { NationalMunicipality } from '../national/data.ts';
import { decide, sealChain } from '../national/decided-chain.ts';
import { migrationDefinition, programmeDefinition } from '../national/definition.ts';

/** A Monday. */
export const dueDay = '2026-03-02';
export const dueAt = `${dueDay}T09:00:00+09:00`;
export const begin = { on: '2026-02-26', at: '2026-02-26T09:00:00+09:00' };
const REMINDER = -30;

export interface DueProgramme {
  code: string;
  definitions: MigrationDefinition[];
}

function definitionsOf(municipality: NationalMunicipality): MigrationDefinition[] {
  return municipality.systems.map((system) => {
    const of = migrationDefinition(municipality, system, 0);
    const deadlines = of.deadlines.slice(0, 1).map((deadline) => ({
      ...deadline,
      rule: { kind: 'fixed' as const, on: addDays(dueDay, -REMINDER) },
      reminders: [REMINDER],
    }));
    return { ...of, programme: { ...of.programme, rehearsal: false }, deadlines };
  });
}

/** Loads them as they stood on the days before; nothing has come up yet. */
export async function loadDue(
  ledger: Ledger,
  signer: Signer,
  municipalities: readonly NationalMunicipality[],
): Promise<DueProgramme[]> {
  const all = municipalities.map((municipality) => ({
    municipality,
    code: municipality.code,
    definitions: definitionsOf(municipality),
  }));
  await fewAtOnce(all, async ({ municipality, definitions }) => {
    const programme = { ...programmeDefinition(municipality), rehearsal: false };
    await ledger.loadings.begin(programme.code);
    await openProgramme(ledger, programme, { recordedAt: begin.at, wallAt: begin.at }, signer);
    await ledger.load({ migrations: definitions.map((definition) => ({ definition, begin })) });
    await ledger.loadings.complete(programme.code);
  });
  return all.map(({ code, definitions }) => ({ code, definitions }));
}

/** Of each programme two who are told, each with an address, and one of whom nothing is asked. */
export async function givePosts(ownerUrl: string, codes: readonly string[]): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1 });
  const people = codes.flatMap((code) => [
    { account: `a-${code}`, post: 'dx-office', code },
    { account: `b-${code}`, post: 'dx-office', code },
    { account: `c-${code}`, post: 'audit', code },
  ]);
  try {
    const accounts = people.map(({ account }) => account);
    await sql`insert into person (account, name) select one, one from unnest(${accounts}::text[]) one`;
    await sql`insert into contact (account, mail) select one, one || '@city.example' from unnest(${accounts}::text[]) one`;
    await sql`
      insert into post_grant (chain, seq, place, account, post, programme, from_on, until_on, granted_by, granted_at)
        select code, 1, place, account, post, code, '2025-04-01', '2026-03-31', 'bench', now()
        from unnest(${people.map(({ code }) => code)}::text[], ${accounts}::text[], ${people.map(({ post }) => post)}::text[])
          with ordinality as given (code, account, post, place)`;
  } finally {
    await sql.end({ timeout: 5 });
  }
  return people.filter(({ post }) => post === 'dx-office').length;
}

/** What each timer records when the hour has come; gives how many points those are. */
export async function tellDue(
  ledger: Ledger,
  signer: Signer,
  programmes: readonly DueProgramme[],
): Promise<number> {
  let points = 0;
  await fewAtOnce(programmes, async ({ definitions }) => {
    for (const definition of definitions) {
      const entries = sealChain(definition, decide(definition, begin, dueEvents(definition)), signer);
      const outcome = await ledger.append(entries);
      if (outcome.status !== 'appended') throw new Error('it was told already');
      points += entries.length;
    }
  });
  return points;
}

function dueEvents(definition: MigrationDefinition): StampedEvent[] {
  const machine = migrationPlayable(definition);
  const { snapshot } = machine.start(begin);
  const [atMs, event] = [machine.nextWake(snapshot), machine.wakeEvent(snapshot)];
  if (atMs === null || event === null || instantFromMs(atMs) !== dueAt)
    throw new Error(`not due at ${dueAt}`);
  return [{ ...event, at: dueAt }];
}
