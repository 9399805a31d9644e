// What the append asks of a person's entry: a grant of the programme's chain that is theirs and holds; and the same asked of the chain
// alone by the proof.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LedgerRefusal } from '../../ledger/chain/failure.ts';
import { type Ledger, openLedger } from '../../ledger/open.ts';
import { type PowersOfChains, powers } from '../../ledger/proof/entries/powers.ts';
import type { Visited } from '../../ledger/proof/entries/visitors.ts';
import { Findings } from '../../ledger/proof/findings.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
import type { ProgrammeFact } from '../../machines/programme/acts.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { programmePlayable, programmeVersionsOf } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { stated } from '../../machines/record/claim.ts';
import { type Entry, type EntryBody, seal } from '../../machines/record/entry.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import { instantFromMs } from '../../machines/values/date.ts';
import { person, stamped } from '../builders/migration.ts';
import { pinnable, plainProgramme, signed } from '../builders/signing.ts';
import { begun, openRecord, type Record } from './record.ts';
import type { Walk } from './walk.ts';

let record: Record;
let walk: Walk;
/** Another server of the same database. */
let other: Ledger;
const at = '2023-11-20T10:00:00+09:00';
const importer = { kind: 'import', account: 'sekimori', name: '関守', post: 'import' } as const;
const days = { fromOn: '2023-11-01', untilOn: '2024-03-31' };

beforeAll(async () => {
  record = await openRecord();
  walk = await begun(record.ledger, 'juki');
  other = openLedger(record.database.appUrl, { connections: 2, pinnable });
  await say(
    record.ledger,
    importer,
    {
      type: 'powers.begun',
      people: ['dx', 'one'].map((account) => ({ account, name: account })),
      grants: [
        { account: 'dx', post: 'dx-office', system: null, ...days },
        { account: 'one', post: 'dx-office', system: null, ...days },
        { account: 'dx', post: 'dx-office', system: 'zei', ...days },
      ],
    },
    '2023-11-20T09:30:00+09:00',
  );
});
afterAll(async () => {
  await other.close();
  await record.close();
});

/** One more entry of the programme's chain. */
async function say(ledger: Ledger, actor: ProgrammeSubmission['actor'], fact: ProgrammeFact, at: string) {
  const { code } = walk.kept.definition.programme;
  const programme = (await ledger.definitions.latestProgramme(code)) ?? plainProgramme(code, true);
  const head = (await ledger.head(code)) as Entry;
  const { seq, hash } = { ...bodyOf(head), hash: head.hash };
  const event = { fact, actor, occurredOn: at.slice(0, 10), requestId: `powers/${seq}` };
  const before = snapshotIn<ProgrammeSnapshot>(head);
  const decided = decide(programmePlayable(programme), before, [event], Date.parse(at));
  const snapshot = decisionsOf(decided).at(-1)?.snapshot;
  const place = { format: 2 as const, chain: code, seq: seq + 1, prev: hash, rehearsal: true };
  const body = { ...place, recordedAt: at, wallAt: at, versions: programmeVersionsOf(programme) };
  return ledger.append([seal({ ...body, ...signed(code, stated(event)) }, snapshot, [])]);
}

const held = { type: 'migration.held', reason: '予算の再調整' } as const;
const resumed = { type: 'migration.resumed', reason: '再開' } as const;
const submitted = { type: 'phase.submitted' as const, phase: 'fit-gap', evidence: [] };
const asking = (grant: string | undefined, occurredOn = '2023-11-20') =>
  stamped(
    held,
    { ...person('dx', 'dx-office'), ...(grant === undefined ? {} : { grant }) },
    { at, occurredOn },
  );

const refusalOf = async (event: ReturnType<typeof asking>) => {
  const refused = await record.ledger.append([walk.next(event).entry]).then(
    () => null,
    (error: unknown) => error,
  );
  return refused instanceof LedgerRefusal ? [refused.code, refused.facts.why] : refused;
};

it.each<[string, ReturnType<typeof asking>]>([
  ['unnamed', asking(undefined)],
  ['unknown', asking('9.9')],
  ['anothers', asking('2.1')],
  ['otherPost', stamped(submitted, { ...person('dx', 'business-division'), grant: '2.0' }, { at })],
  ['otherSystem', asking('2.2')],
  ['notHeldThen', asking('2.0', '2023-10-31')],
  ['anothers', asking('operator')],
])('an entry by a grant that is %s is not let in', async (why, event) => {
  expect(await refusalOf(event)).toEqual(['entry.powers', why]);
});

it('by one that holds it is; what another server ended a moment ago gives nothing more, and what stands is given back', async () => {
  const entry = walk.take(asking('2.0'));
  expect(await record.ledger.append([entry])).toEqual({ status: 'appended' });
  const ended = { type: 'post.ended', account: 'dx', name: 'dx', post: 'dx-office', system: null } as const;
  const operator = { ...person('operator', 'administrator'), grant: 'operator' };
  await say(other, operator, { ...ended, fromOn: days.fromOn, grant: '2.0' }, at);
  const next = stamped(resumed, { ...person('dx', 'dx-office'), grant: '2.0' }, { at });
  expect(await refusalOf(next)).toEqual(['entry.powers', 'unknown']);
  expect(await record.ledger.append([entry])).toMatchObject({ status: 'occupied' });
});

it('is asked again of the chain alone, as the chain stood then', async () => {
  const [first] = walk.entries.map(bodyOf);
  const own = (await record.ledger.entries(walk.kept.definition.programme.code, 0, 10)).map(bodyOf);
  const minute = (n: number) => instantFromMs(Date.parse(at) + n * 60_000);
  const whyOf = (grant: string | undefined, wallAt: string) => {
    const findings = new Findings();
    const known: PowersOfChains = new Map();
    const { visit } = powers(findings, known);
    const actor = { ...person('dx', 'dx-office'), grant };
    // It looks at bodies alone.
    for (const body of [...own, { ...(first as EntryBody), actor, wallAt }]) visit({ body } as Visited);
    return findings.all().flatMap(({ wrong }) => wrong.map(({ seq, detail }) => `${seq} ${detail}`));
  };
  expect(whyOf('2.0', minute(0))).toEqual([]);
  // Ended at that instant by a clock that may differ by two minutes.
  expect(whyOf('2.0', minute(1))).toEqual([]);
  expect(whyOf('2.0', minute(3))).toEqual(['1 notHeld']);
  expect(whyOf('2.1', minute(0))).toEqual(['1 anothers']);
  // Before the chain said who holds what.
  expect(whyOf(undefined, minute(-33))).toEqual([]);
  expect(whyOf(undefined, minute(3))).toEqual(['1 unnamed']);
});
