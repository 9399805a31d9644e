// What of a procurement is hidden until it is decided, from whom; and who sees which system at all. Tables of snapshot × posts.
import { describe, expect, it } from 'vitest';
import { acts, factTypes } from '../../machines/migration/acts.ts';
import {
  disclosed,
  hasDuty,
  hiddenFrom,
  hidesEntry,
  toldIn,
} from '../../machines/migration/procurement/disclosure.ts';
import { dutyIn } from '../../machines/migration/procurement/duty.ts';
import { retoldBy } from '../../machines/migration/procurement/retold.ts';
import { undecidedPhases } from '../../machines/migration/procurement/undecided.ts';
import {
  initialContext,
  type MigrationContext,
  type MigrationSnapshot,
} from '../../machines/migration/state.ts';
import {
  auditsSome,
  concernsOthers,
  type HeldPost,
  sees,
  seesAll,
  systemsSeen,
} from '../../machines/programme/people/sight.ts';
import { definition, gate } from '../builders/migration.ts';

const small = definition();
const phase = (id: string, owner: string, body: string) => ({
  id,
  label: { ja: id, en: id },
  owners: [owner],
  steps: [],
  gate: gate(`${id}-gate`, { approvals: [{ body, quorum: 1 }] }),
});
const [first, ...rest] = small.path.phases;
if (!first) throw new Error('a path has phases');
/** fit-gap → rfi → rfp → development → …; the two in the middle are of a procurement. */
const of = definition({
  path: {
    ...small.path,
    phases: [
      first,
      phase('rfi', 'dx-office', 'working-group'),
      phase('rfp', 'business-division', 'selection-committee'),
      ...rest,
    ],
    procurement: { phases: ['rfi', 'rfp'], sees: ['finance-division'] },
    control: {
      hold: ['holders'],
      cancel: ['cancellers'],
      plan: ['planners'],
      goBack: { propose: ['proposers'], approve: ['approvers'] },
      steps: ['clerks'],
      facts: ['contracts-division'],
      regime: ['regime'],
    },
  },
});

const person = { account: 'a', name: 'A', post: 'business-division' };
const score = {
  technical: '500',
  price: '53',
  printedTotal: '553',
  outOf: { technical: '600', price: '100' },
};
const selection = {
  ...score,
  candidate: '甲社',
  method: '公募型',
  applicants: 3,
  total: '553',
  on: '2024-02-01',
  phase: 'rfp',
};
const contract = {
  vendor: '甲社',
  amounts: [{ fiscalYear: 2024, amountYen: 1_234_567 }],
  totalYen: 1_234_567,
  continuesInto: [],
  note: undefined,
  on: '2024-02-02',
  phase: 'rfp',
};
const paper = (title: string) => ({
  kind: 'other',
  title,
  sha256: 'a'.repeat(64),
  documentNo: '1',
  decidedOn: '2024-01-01',
  by: 'a',
  on: '2024-01-01',
});

function at(
  path: MigrationSnapshot['value']['path'],
  over: Partial<MigrationContext> = {},
): MigrationSnapshot {
  return {
    status: 'active',
    value: { path, activity: 'active', regime: 'standard' },
    context: { ...initialContext(of, '2023-11-16'), ...over },
    historyValue: {},
    children: {},
  };
}
const rfp = { rfp: 'underReview' } as const;
const hidden = (post: string, snapshot: MigrationSnapshot) => {
  const from = hiddenFrom(new Set([post]), of, snapshot);
  return of.path.phases.map(({ id }) => id).filter((id) => from.has(id));
};

describe('a procurement is undecided', () => {
  const ids = (snapshot: MigrationSnapshot) => undecidedPhases(of, snapshot).map(({ id }) => id);
  it.each<[string, MigrationSnapshot, string[]]>([
    [
      'before it begins, and whatever went before is hidden again',
      at({ 'fit-gap': 'working' }),
      ['rfi', 'rfp'],
    ],
    ['while it runs', at(rfp), ['rfi', 'rfp']],
    ['no more once a selection is recorded', at(rfp, { selection }), []],
    ['no more once its last phase is left by its gate', at({ development: 'working' }), []],
    ['nor at the end of the path', at('operation'), []],
  ])('%s', (_, snapshot, expected) => expect(ids(snapshot)).toEqual(expected));

  it('never on a path that names none, as those of 0.2.0', () => {
    expect(undecidedPhases(small, at({ 'fit-gap': 'working' }))).toEqual([]);
  });
});

describe('its files', () => {
  it.each([
    ['business-division', ['rfi']],
    ['selection-committee', ['rfi']],
    ['working-group', ['rfp']],
    ['dx-office', ['rfp']],
    ['contracts-division', []],
    ['finance-division', []],
    ['planners', []],
    ['approvers', []],
    ['cancellers', []],
    ['clerks', ['rfi', 'rfp']],
    ['holders', ['rfi', 'rfp']],
    ['administrator', ['rfi', 'rfp']],
  ])('are hidden from %s in %j', (post, expected) => expect(hidden(post, at(rfp))).toEqual(expected));

  it('are hidden under a name that an amendment took away, from whom anything is hidden', () => {
    const gone = (post: string, snapshot: MigrationSnapshot) =>
      hiddenFrom(new Set([post]), of, snapshot).has('proposal-of-old');
    const fates = [
      gone('clerks', at(rfp)),
      gone('planners', at(rfp)),
      gone('clerks', at(rfp, { selection })),
    ];
    expect(fates).toEqual([true, false, false]);
  });

  it('leave no word, paper or amount in what is shown', () => {
    const voice = { ...person, body: 'selection-committee', on: '2024-01-10', note: '秘密', warnings: [] };
    const full = at(rfp, {
      evidence: { 'fit-gap': [paper('一覧')], rfp: [paper('秘密の評価表')] },
      contract: { ...contract, vendor: '秘密の会社' },
      submission: { ...person, on: '2024-01-09', note: '秘密' },
      approvals: [voice],
      passed: { rfi: { on: '2024-01-05', approvals: [voice] } },
      goingBack: { ...person, to: 'rfi', reason: '秘密', on: '2024-01-11', votes: [] },
      cancellation: { ...person, reason: '秘密', on: '2024-01-11', votes: [] },
      pause: { on: '2024-01-11', reason: '秘密', by: person },
    });
    const shown = JSON.stringify(disclosed(full, hiddenFrom(new Set(['clerks']), of, full), '非開示'));
    expect(JSON.stringify(full)).toContain('秘密');
    expect(shown).not.toContain('秘密');
    expect(shown).not.toContain('1234567');
    expect(shown).toContain('一覧');
    expect(disclosed(full, new Set(), '')).toBe(full);
  });

  it('are those of every kind of entry but of those that say nothing of them', () => {
    const open = factTypes.filter((type) => !hidesEntry(type, 'rfp', new Set(['rfp'])));
    expect(
      open.filter((type) => /^(evidence|contract|selection|budget|gate\.[ar]|phase|correction)/.test(type)),
    ).toEqual([]);
    expect(open).toContain('steps.recorded');
    expect(factTypes.filter((type) => 'open' in acts[type])).toEqual(open);
    expect(hidesEntry('a.kindNobodyKnows', 'rfp', new Set(['rfp']))).toBe(true);
    expect(hidesEntry('evidence.attached', 'fit-gap', new Set(['rfp']))).toBe(false);
  });

  it('are told again by corrections, by who looked at a decision, and by what changes or ends a contract', () => {
    const kinds = [
      'contract.recorded',
      'contract.amended',
      'contract.recorded',
      'correction.proposed',
      'contract.terminated',
      'steps.recorded',
      'decision.seen',
    ];
    const named: Record<string, number> = { 'correction.proposed': 2, 'decision.seen': 4 };
    const chain = kinds.map((type, index) => ({ seq: index + 1, type, names: named[type] ?? null }));
    expect(chain.map((entry) => retoldBy(entry, chain))).toEqual([null, 1, null, 2, 3, null, 4]);
    expect(retoldBy({ seq: 2, type: 'correction.proposed', names: 2 }, chain)).toBeNull();
  });

  it('are seen by all whom the path tells of them in words', () => {
    const { control } = of.path;
    const told = [...control.plan, ...control.goBack.approve, ...control.goBack.propose, ...control.cancel];
    for (const one of of.path.phases.slice(1, 3)) {
      const duty = dutyIn(of, one);
      const reviewers = one.gate?.approvals.map(({ body }) => body) ?? [];
      expect([...told, ...one.owners, ...reviewers].filter((post) => !duty.has(post))).toEqual([]);
    }
  });
});

describe('whoever holds', () => {
  const one = (post: string, system: string | null): HeldPost => ({ post, system });
  it.each<[string, HeldPost[], ReadonlySet<string> | null | undefined]>([
    ['nothing sees nothing', [], undefined],
    ['a post of one system sees that one', [one('clerk', 'juki')], new Set(['juki'])],
    ['a post of the programme sees all', [one('clerk', 'juki'), one('office', null)], null],
  ])('%s', (_, held, expected) => expect(systemsSeen(held)).toEqual(expected));

  it('an auditor’s post of one system sees all of it, and nothing of another', () => {
    const held = [one('auditor', 'juki')];
    expect([seesAll(held, { system: 'juki' }), seesAll(held, { system: 'zei' })]).toEqual([true, false]);
    expect([sees(held, { system: 'zei' }), seesAll(held, { system: null }), auditsSome(held)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('an auditor’s post of the programme sees all of every system; a clerk’s, whatever is hidden of none', () => {
    expect(seesAll([one('audit', null)], { system: 'zei' })).toBe(true);
    expect(auditsSome([one('audit', null)])).toBe(false);
    expect(seesAll([one('office', null)], { system: 'zei' })).toBe(false);
  });

  it('some systems is not shown what of the programme’s chain concerns others', () => {
    const held = [one('auditor', 'juki')];
    const given = {
      type: 'powers.given',
      grants: [
        { post: 'x', system: 'juki' },
        { post: 'x', system: 'zei' },
      ],
    };
    expect(concernsOthers(held, given)).toBe(true);
    expect(concernsOthers(held, { type: 'post.given', post: 'x', system: 'juki' })).toBe(false);
    expect(concernsOthers(held, { type: 'post.given', post: 'x', system: null })).toBe(false);
    expect(concernsOthers([one('office', null)], given)).toBe(false);
  });
});

describe('what is open of a procurement', () => {
  const open = (phase: string, form = 'publicProposal') =>
    // What is asked of it is where it was opened, and as what.
    ({ rfp: { open: { phase, terms: { form } } } }) as Partial<MigrationContext>;
  const sees = (post: string, snapshot: MigrationSnapshot) =>
    hasDuty(new Set([post]), of, toldIn(of, snapshot));

  it('is seen by whoever sees all the phases whose entries tell of it, and by nobody who sees another', () => {
    const opened = at(rfp, open('rfp'));
    expect(hidden('working-group', opened)).toContain('rfp');
    expect(sees('working-group', opened)).toBe(false);
    expect(sees('working-group', at({ development: 'working' }, { ...open('rfp'), selection }))).toBe(false);
    for (const post of ['selection-committee', 'business-division', 'finance-division'])
      expect(sees(post, opened)).toBe(true);
  });

  it('is, of an RFI, what is told up to where the path stands', () => {
    const asked = (path: MigrationSnapshot['value']['path']) => at(path, open('rfi', 'rfi'));
    expect(sees('working-group', asked({ rfi: 'working' }))).toBe(true);
    expect(sees('working-group', asked(rfp))).toBe(false);
    expect(sees('working-group', at({ rfi: 'working' }, open('rfi')))).toBe(false);
  });

  it('is nothing on a path without one', () => {
    expect(hasDuty(new Set(['dx-office']), small, toldIn(small, at(rfp)))).toBe(false);
  });
});
