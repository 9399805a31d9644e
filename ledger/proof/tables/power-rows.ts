// The rows of people and of what they hold against what the programmes' chains say: whoever writes to them by hand is named.
import type postgres from 'postgres';
import type { Grant, KnownPerson } from '../../../machines/programme/powers/grant.ts';
import { isMigration } from '../../../machines/record/chain.ts';
import { canonical } from '../../../machines/record/entry.ts';
import { placeOfGrant } from '../../../machines/record/grant-id.ts';
import type { PowersOfChains } from '../entries/powers.ts';
import type { Findings } from '../findings.ts';

/**
 * Of a chain whose bytes are wrong nothing follows.
 * @param programme only its grants; people are of all programmes together, and looked at where all are asked for
 */
export async function checkPowerRows(
  tx: postgres.TransactionSql,
  programme: string | null,
  known: PowersOfChains,
  broken: ReadonlySet<string>,
  findings: Findings,
): Promise<void> {
  const sound = new Map([...known].filter(([chain]) => !broken.has(chain)));
  await checkGrants(tx, { programme, broken }, sound, findings);
  const isWhole = ![...broken].some((chain) => !isMigration(chain));
  if (programme === null && isWhole && sound.size > 0) await checkPeople(tx, sound, findings);
}

async function checkGrants(
  tx: postgres.TransactionSql,
  { programme, broken }: { programme: string | null; broken: ReadonlySet<string> },
  known: PowersOfChains,
  findings: Findings,
): Promise<void> {
  const rows = await tx<{ chain: string; id: string; row: string }[]>`
    select chain, seq || '.' || place as id, jsonb_build_object('account', account, 'post', post, 'programme', programme, 'system', system,
      'from', from_on::text, 'until', until_on::text, 'grantedBy', granted_by, 'grantedAt', extract(epoch from granted_at)::float8,
      'deputyKind', deputy_kind,
      'deputyHolder', deputy_holder, 'deputySeenBy', deputy_seen_by::text, 'endedOn', ended_on::text, 'endedBy', ended_by, 'endedAt', extract(epoch from ended_at)::float8)::text as row
    from public.post_grant where (${programme}::text is null or chain = ${programme})
      and not chain = any (${[...broken]}::text[])`;
  const expected = new Map<string, string>();
  for (const [chain, { powers }] of known)
    for (const grant of powers.grants) expected.set(`${chain} ${grant.id}`, rowOf(chain, grant));
  findings.looked('models', expected.size);
  const say = (chain: string, id: string, how: string) => {
    const { seq } = placeOfGrant(id);
    findings.found({ chain, seq, what: 'grant', recordedAt: null, detail: `${how}: ${id}` });
  };
  for (const { chain, id, row } of rows) {
    const wanted = expected.get(`${chain} ${id}`);
    expected.delete(`${chain} ${id}`);
    if (wanted === undefined) say(chain, id, 'added');
    else if (canonical(JSON.parse(row)) !== wanted) say(chain, id, 'differs');
  }
  for (const key of expected.keys()) {
    const [chain = '', id = ''] = key.split(' ');
    say(chain, id, 'missing');
  }
}

const seconds = (instant: string): number => Date.parse(instant) / 1000;

function rowOf(
  chain: string,
  { account, post, system, overAll, from, until, deputy, at, by, ended }: Grant,
): string {
  return canonical({
    ...{ account, post, system, from, until },
    programme: overAll ? null : chain,
    deputyKind: deputy?.kind ?? null,
    deputyHolder: deputy?.holder ?? null,
    deputySeenBy: deputy?.seenBy ?? null,
    grantedBy: by,
    grantedAt: seconds(at),
    endedOn: ended?.on ?? null,
    endedBy: ended?.by ?? null,
    endedAt: ended ? seconds(ended.at) : null,
  });
}

interface Told {
  names: Set<string>;
  rehearsal: string | null;
  /** The newest word of any chain on whether it is shut: by its instant. */
  shut: { atMs: number; is: boolean };
}

async function checkPeople(
  tx: postgres.TransactionSql,
  known: PowersOfChains,
  findings: Findings,
): Promise<void> {
  const told = new Map<string, Told>();
  for (const [chain, { powers }] of known)
    for (const [account, person] of Object.entries(powers.people)) tell(told, account, person, chain);
  findings.looked('models', told.size);
  const rows = await tx<{ account: string; name: string; rehearsal: string | null; isShut: boolean }[]>`
    select account, name, rehearsal, disabled_at is not null as "isShut" from public.person`;
  const say = (account: string, how: string) =>
    findings.found({
      chain: 'person',
      seq: 0,
      what: 'person',
      recordedAt: null,
      detail: `${how}: ${account}`,
    });
  for (const { account, name, rehearsal, isShut: shut } of rows) {
    const said = told.get(account);
    told.delete(account);
    if (!said) say(account, 'added');
    else if (!said.names.has(name) || said.rehearsal !== rehearsal || said.shut.is !== shut)
      say(account, 'differs');
  }
  for (const account of told.keys()) say(account, 'missing');
}

/** Several chains may speak of one person, and not each has heard of every change. */
function tell(told: Map<string, Told>, account: string, person: KnownPerson, chain: string): void {
  const said = told.get(account) ?? { names: new Set(), rehearsal: null, shut: { atMs: 0, is: false } };
  const last = person.shut?.at(-1);
  const word = last ? { atMs: Date.parse(last.until ?? last.from), is: last.until === null } : said.shut;
  told.set(account, {
    names: said.names.add(person.name),
    rehearsal: person.rehearsal ? chain : said.rehearsal,
    shut: word.atMs >= said.shut.atMs ? word : said.shut,
  });
}
