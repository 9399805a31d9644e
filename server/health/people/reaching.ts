// What will not reach anybody, and why: digests that are not made or not carried, channels that gave up, posts that nobody holds,
// people who look nowhere but in the inbox. Digests that stay away are an illness; the rest is for somebody to set right.

import type { Ledger } from '../../../ledger/open.ts';
import { REMINDER_TIME } from '../../../machines/deadline/ladder.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import { unheard } from '../../../machines/programme/ahead/unheard.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import type { Days } from '../../../machines/programme/powers/lock.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { previousOpenDay } from '../../../machines/values/calendar/calendar.ts';
import { addDays, compareInstants, instantFromMs, instantOf } from '../../../machines/values/date.ts';
import { programmeNames } from '../../../texts/names.ts';
import { reachTexts } from '../../../texts/telling/reach-texts.ts';
import { nowIn, programmesLookedAt } from './programmes-looked-at.ts';

/** A channel that is away is tried for hours by itself; by then somebody should look. */
const UNSENT_MS = 3_600_000;
const GIVEN_UP_DAYS = 7;
const NAMED = 5;

interface Asked {
  ledger: Ledger;
  mail: boolean | null;
  isAsked: (programme: string) => boolean;
}

interface Reached {
  /** Of which somebody is kept from hearing now. */
  ills: Text[];
  notes: Text[];
  facts: Record<string, unknown>;
}

export async function reaching({ ledger, mail, isAsked }: Asked) {
  const { programmes, notLooked } = await programmesLookedAt(ledger, isAsked);
  const found: (Reached & { programme: string })[] = [];
  for (const definition of programmes)
    found.push({ programme: definition.code, ...(await reachedIn(ledger, definition, mail)) });
  const named = (which: 'ills' | 'notes') =>
    found.flatMap(({ programme, [which]: texts }) =>
      texts.map(({ ja, en }) => ({ ja: `${programme}: ${ja}`, en: `${programme}: ${en}` })),
    );
  const [ills, others] = [named('ills'), named('notes')];
  const notes = [...ills, ...others];
  return {
    ok: ills.length === 0,
    facts: { programmes: found.map(({ programme, facts }) => ({ programme, ...facts })), notLooked, mail },
    message: reachTexts.summary({ ills: ills.length, notes: others.length, programmes: found.length }),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

async function reachedIn(
  ledger: Ledger,
  definition: ProgrammeDefinition,
  mail: boolean | null,
): Promise<Reached> {
  const { now, days } = await nowIn(ledger, definition);
  const [people, posts, sendings] = await Promise.all([
    peopleReached(ledger, definition, { days, mail }),
    postsUnheard(ledger, definition, { days, now }),
    sendingsOf(ledger, definition.code),
  ]);
  const all = [people, posts, sendings];
  return {
    ills: all.flatMap(({ ills }) => ills),
    notes: all.flatMap(({ notes }) => notes),
    facts: Object.assign({}, ...all.map(({ facts }) => facts)) as Record<string, unknown>,
  };
}

/** Whom nothing leaves the inbox for. A rehearsal's accounts are nobody: they are told there. */
async function peopleReached(
  ledger: Ledger,
  { code, rehearsal }: ProgrammeDefinition,
  { days, mail }: { days: Days; mail: boolean | null },
): Promise<Reached> {
  const holders = await ledger.telling.holdersOn(code, days);
  const accounts = holders.map(({ account }) => account);
  const [contacts, reading] = await Promise.all([
    ledger.contacts.among(accounts),
    feedsRead(ledger, accounts),
  ]);
  const mailed = contacts.filter((one) => one.mail !== null);
  const without = contacts.filter((one) => one.webhook === null && !reading.has(one.account));
  const inboxOnly = without
    .filter((one) => mail === false || one.mail === null)
    .map(({ account }) => account);
  const noAddress = contacts.filter((one) => one.mail === null).map(({ account }) => account);
  const unsent = mail === false && mailed.length > 0 ? [reachTexts.mailUnset(mailed.length)] : [];
  const notes = [
    ...unsent,
    ...(rehearsal || inboxOnly.length === 0 ? [] : [reachTexts.inboxOnly(some(inboxOnly))]),
    ...(rehearsal || mail !== true || noAddress.length === 0 ? [] : [reachTexts.noAddress(some(noAddress))]),
  ];
  const counted = { holders: holders.length, inboxOnly: inboxOnly.length, withoutAddress: noAddress.length };
  return { ills: [], notes, facts: counted };
}

const some = (accounts: readonly string[]) => ({
  named: accounts.slice(0, NAMED),
  more: Math.max(0, accounts.length - NAMED),
});

async function feedsRead({ database: { sql } }: Ledger, accounts: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ account: string }[]>`
    select account from calendar_feed where account = any (${[...accounts]}::text[])
      and last_read_at > now() - interval '30 days'`;
  return new Set(rows.map(({ account }) => account));
}

/** Open deadlines whose posts nobody holds, and an open day whose digests were not made although its hour is over. */
async function postsUnheard(
  ledger: Ledger,
  { code, systems, bodies }: ProgrammeDefinition,
  { days, now }: { days: Days; now: string },
): Promise<Reached> {
  const [migrations, holders, last] = await Promise.all([
    ledger.statesOn(
      systems.map((system) => chainOf(code, system)),
      null,
    ),
    ledger.telling.holdersOn(code, days),
    ledger.rounds.last(code),
  ]);
  const vacant = unheard(
    migrations,
    holders.flatMap(({ holdings }) => holdings),
  );
  const names = programmeNames(
    bodies,
    new Map(migrations.map(({ definition: { system } }) => [system.id, system.name])),
  );
  const calendar = migrations[0]?.definition.calendar;
  const due = calendar && dueBy(calendar, now);
  const isAway = last !== null && due !== undefined && last.day < due;
  return {
    ills: isAway ? [reachTexts.notMade(last.day)] : [],
    notes: vacant.map((one) => reachTexts.vacant(one, names)),
    facts: { vacant, digestsMadeFor: last?.day ?? null },
  };
}

/** The last open day whose digest's hour lies an hour behind. */
function dueBy(calendar: Parameters<typeof previousOpenDay>[0], now: string): string {
  const then = instantFromMs(Date.parse(now) - UNSENT_MS);
  const day = then.slice(0, 10);
  const hasCome = compareInstants(instantOf(day, REMINDER_TIME), then) <= 0;
  return previousOpenDay(calendar, hasCome ? day : addDays(day, -1));
}

async function sendingsOf(ledger: Ledger, code: string): Promise<Reached> {
  const [unsent, lately] = await Promise.all([
    ledger.sendings.unsent(code, UNSENT_MS),
    ledger.sendings.lately(GIVEN_UP_DAYS),
  ]);
  const givenUp = lately.filter(({ programme }) => programme === code);
  return {
    ills: unsent.map((one) => reachTexts.unsent(one)),
    notes: givenUp.slice(0, NAMED).map((one) => reachTexts.givenUp(one)),
    facts: { unsent, givenUp },
  };
}
