// A list of people against what the record says: who would be made or renamed, which posts would be given, what stands so already, and
// what is refused with the cell. Pure: the same list on the same record is the same plan.
import type { Text } from '../../machines/definition/definition.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { ADMINISTRATOR, AUDITOR } from '../../machines/programme/people/offices.ts';
import { isReservedAccount } from '../../machines/programme/people/reserved-accounts.ts';
import { municipalityCode } from '../../machines/record/chain.ts';
import { type Day, fiscalYearEnd } from '../../machines/values/date.ts';
import { searchKey } from '../../machines/values/names/name.ts';
import { peopleTexts } from '../../texts/sheets/people-sheet-texts.ts';
import type { GivenGrant } from '../accounts/grants.ts';
import type { PeopleRow, Said } from './reader.ts';

/** Whoever stands already, and what they hold that is not over. */
export interface KnownPerson {
  account: string;
  name: string;
  rehearsal: string | null;
  disabled: boolean;
  /** Made, and never given a password, nor tied to a provider: a making that was cut off. */
  isUnfinished: boolean;
  /** Where they are told by mail now. */
  mail: string | null;
  grants: readonly GivenGrant[];
}

export interface PeopleNow {
  programme: Pick<ProgrammeDefinition, 'code' | 'bodies' | 'systems'>;
  systemNames: ReadonlyMap<string, Text>;
  people: ReadonlyMap<string, KnownPerson>;
  today: Day;
  /** Whether another name is a change of the name, and not another person. */
  rename: boolean;
}

export interface PlannedRow {
  row: PeopleRow;
  /** `elsewhere`: of another municipality, and not read. */
  status: 'new' | 'renamed' | 'known' | 'refused' | 'elsewhere';
  /** The name on record where it is another. */
  before: string | null;
  /** Needs a password: is new, or was made and got none. */
  password: boolean;
  /** Where they are told by mail from then on; null where that stays as it is. */
  mail: { before: string | null; after: string } | null;
  gives: GivenGrant[];
  /** Posts that are held so already. */
  held: GivenGrant[];
  faults: Said[];
  remarks: Said[];
}

export function planPeople(rows: readonly PeopleRow[], now: PeopleNow): PlannedRow[] {
  const people = new Map(now.people);
  const firstNamed = new Map<string, PeopleRow>();
  const firstMailed = new Map<string, PeopleRow>();
  const givenBy = new Map<string, number>();
  const words = { posts: postsOf(now.programme), systems: systemsOf(now) };
  return rows.map((row) => {
    if (row.programme !== null && !isMeant(row.programme, now.programme)) return outside(row);
    const planned = planRow(row, { ...now, ...words, people, firstNamed, firstMailed, givenBy });
    if (planned.status === 'refused') return planned;
    if (row.name !== '' && !firstNamed.has(row.account)) firstNamed.set(row.account, row);
    if (row.mail !== null && !firstMailed.has(row.account)) firstMailed.set(row.account, row);
    for (const grant of planned.gives) givenBy.set(keyOf(row.account, grant), row.row);
    people.set(row.account, after(planned, people.get(row.account)));
    return planned;
  });
}

/** A rehearsal beside the real programme is of the same municipality. */
const isMeant = (written: string, { code }: PeopleNow['programme']): boolean =>
  written === code || written === municipalityCode(code);

const outside = (row: PeopleRow): PlannedRow => ({
  ...{ row, status: 'elsewhere', before: null, password: false, mail: null },
  ...{ gives: [], held: [], faults: [], remarks: [] },
});

interface Now extends PeopleNow {
  posts: Vocabulary;
  systems: Vocabulary;
  firstNamed: ReadonlyMap<string, PeopleRow>;
  firstMailed: ReadonlyMap<string, PeopleRow>;
  /** Which row gives what. */
  givenBy: ReadonlyMap<string, number>;
}

function planRow(row: PeopleRow, now: Now): PlannedRow {
  const person = now.people.get(row.account);
  const faults = [...row.faults, ...objections(row, person, now)];
  const posts = grantsIn(row, now);
  faults.push(...posts.faults);
  const { gives, held, ...compared } = compareAll(row, posts.grants, person, now);
  faults.push(...compared.faults);
  const remarks = [...row.remarks, ...compared.remarks];
  const renamed = person !== undefined && isOther(row.name, person.name);
  const base = { row, before: renamed ? person.name : null, mail: null, remarks, faults };
  if (faults.length > 0) return { ...base, status: 'refused', password: false, gives: [], held: [] };
  const status = person === undefined ? 'new' : renamed ? 'renamed' : 'known';
  const mail = mailChange(row, person);
  return { ...base, status, mail, password: person?.isUnfinished ?? true, gives, held };
}

function mailChange({ mail: after }: PeopleRow, person: KnownPerson | undefined): PlannedRow['mail'] {
  const before = person?.mail ?? null;
  return after === null || after === before ? null : { before, after };
}

/** Blanks between a person's names are typing. */
const isOther = (written: string, known: string): boolean =>
  written !== '' && written.replace(/\s/gu, '') !== known.replace(/\s/gu, '');

function objections(row: PeopleRow, person: KnownPerson | undefined, now: Now): Said[] {
  const { account, name } = row;
  const found: Said[] = [];
  const about = (code: string, message: Text, written = account) =>
    found.push({ at: row.cells.account, code, written, message });
  const aboutName = (code: string, message: Text) =>
    found.push({ at: row.cells.name, code, written: name, message });
  if (isReservedAccount(account)) about('account.reserved', peopleTexts.reserved);
  if (person === undefined && name === '') aboutName('name.missing', peopleTexts.nameMissing);
  const first = now.firstNamed.get(account);
  if (first !== undefined && isOther(name, first.name))
    aboutName('name.twice', peopleTexts.nameTwice(first.name, first.row));
  else if (person !== undefined && isOther(name, person.name) && !now.rename)
    aboutName('name.differs', peopleTexts.nameDiffers(person.name));
  const mailed = now.firstMailed.get(account);
  if (mailed?.mail && row.mail !== null && row.mail !== mailed.mail)
    found.push({
      ...{ at: row.cells.mail, code: 'mail.twice', written: row.mail },
      message: peopleTexts.mailTwice(mailed.mail, mailed.row),
    });
  if (person?.disabled) about('account.disabled', peopleTexts.disabled(account));
  if (person !== undefined && person.rehearsal !== null && person.rehearsal !== now.programme.code)
    about('account.otherRehearsal', peopleTexts.otherRehearsal);
  return found;
}

/** What an id and a name stand for; the ids and names in words, for whoever wrote another. */
interface Vocabulary {
  byId: ReadonlySet<string>;
  byName: ReadonlyMap<string, readonly string[]>;
  words: readonly string[];
}

function vocabulary(items: readonly { id: string; label: Text }[]): Vocabulary {
  const byName = new Map<string, string[]>();
  for (const { id, label } of items) {
    for (const key of new Set([searchKey(label.ja), searchKey(label.en)]))
      byName.set(key, [...(byName.get(key) ?? []), id]);
  }
  return {
    byId: new Set(items.map(({ id }) => id)),
    byName,
    words: items.map(({ id, label }) => `${id}（${label.ja}）`),
  };
}

function postsOf({ bodies }: PeopleNow['programme']): Vocabulary {
  const auditor = { id: AUDITOR, label: { ja: '監査人', en: 'auditor of the programme' } };
  return vocabulary(bodies.some(({ id }) => id === AUDITOR) ? bodies : [...bodies, auditor]);
}

function systemsOf({ programme, systemNames }: PeopleNow): Vocabulary {
  return vocabulary(
    programme.systems.map((id) => ({ id, label: systemNames.get(id) ?? { ja: id, en: id } })),
  );
}

/** Every post for every system, from a day to a day. */
function grantsIn(
  row: PeopleRow,
  { programme, posts, systems, today }: Now,
): { grants: GivenGrant[]; faults: Said[] } {
  const faults: Said[] = [];
  const idsOf = (kind: 'posts' | 'systems', among: Vocabulary) =>
    row[kind].flatMap((written) => {
      const found = meant(written, among);
      const [only, ...others] = found;
      if (only !== undefined && others.length === 0) return [only];
      faults.push({ at: row.cells[kind], written, ...unmeant(kind, written, found, among) });
      return [];
    });
  const given = idsOf('posts', posts);
  const scopes = row.systems.length === 0 ? [null] : idsOf('systems', systems);
  const from = row.from ?? today;
  const until = row.until ?? fiscalYearEnd(from);
  if (given.length > 0 && until < today) {
    const message = peopleTexts.over(until);
    faults.push({ at: row.cells.until, code: 'until.over', written: until, message });
  }
  const grants = given.flatMap((post) =>
    scopes.map((system) => ({ post, programme: programme.code, system, from, until })),
  );
  return { grants, faults };
}

/** By id first: an id is never another's name. */
function meant(written: string, { byId, byName }: Vocabulary): readonly string[] {
  const id = written.normalize('NFKC').toLowerCase();
  return byId.has(id) ? [id] : (byName.get(searchKey(written)) ?? []);
}

const ADMINISTRATORS: ReadonlySet<string> = new Set([ADMINISTRATOR, 'システム管理者', '管理者']);

function unmeant(
  kind: 'posts' | 'systems',
  written: string,
  found: readonly string[],
  { words }: Vocabulary,
): Pick<Said, 'code' | 'message'> {
  if (found.length > 0) return { code: `${kind}.several`, message: peopleTexts.severalMeant(found) };
  if (kind === 'systems') return { code: 'systems.unknown', message: peopleTexts.unknownSystem(words) };
  return ADMINISTRATORS.has(written.normalize('NFKC').toLowerCase())
    ? { code: 'posts.administrator', message: peopleTexts.administratorPost }
    : { code: 'posts.unknown', message: peopleTexts.unknownPost(words) };
}

const sameScope = (one: GivenGrant, other: GivenGrant): boolean =>
  one.post === other.post && one.programme === other.programme && one.system === other.system;

const keyOf = (account: string, { post, system, from, until }: GivenGrant): string =>
  JSON.stringify([account, post, system, from, until]);

/** What is given anew, what is held so already, and what runs into it. */
function compareAll(
  row: PeopleRow,
  grants: readonly GivenGrant[],
  person: KnownPerson | undefined,
  now: Now,
) {
  const gives: GivenGrant[] = [];
  const held: GivenGrant[] = [];
  const faults: Said[] = [];
  const remarks: Said[] = [];
  for (const grant of grants) {
    const there = (person?.grants ?? []).find(
      (one) => sameScope(one, grant) && one.from <= grant.until && grant.from <= one.until,
    );
    const cell = { at: row.cells.posts, written: grant.post };
    const twice = now.givenBy.get(keyOf(row.account, grant));
    if (!there) gives.push(grant);
    else if (there.from <= grant.from && grant.until <= there.until) {
      held.push(grant);
      if (twice !== undefined)
        remarks.push({ ...cell, code: 'row.twice', message: peopleTexts.twice(twice) });
    } else
      faults.push({
        ...cell,
        code: 'posts.overlaps',
        message: peopleTexts.overlaps(there.from, there.until),
      });
  }
  return { gives, held, faults, remarks };
}

/** What the rows below find. */
function after({ row, gives, mail }: PlannedRow, person: KnownPerson | undefined): KnownPerson {
  const { account, name } = row;
  const unknown = { account, name, rehearsal: null, disabled: false, isUnfinished: false };
  const base = person ?? { ...unknown, mail: null, grants: [] };
  return {
    ...base,
    mail: mail?.after ?? base.mail,
    name: name === '' ? base.name : name,
    isUnfinished: false,
    grants: [...base.grants, ...gives],
  };
}
