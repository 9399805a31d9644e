// 専決: who decides a matter alone follows from its amount on record, and whoever may not is told who does.
import { describe, expect, it } from 'vitest';
import { amountOf, deciderOf, limitOf } from '../../../machines/decision/authority.ts';
import { explain } from '../../../machines/migration/explain.ts';
import { accepts } from '../../../machines/migration/migration.ts';
import { standing } from '../../../machines/migration/state.ts';
import { summarize } from '../../../machines/migration/summary.ts';
import { stamped } from '../../builders/migration.ts';
import { people, Walk } from '../../builders/walk.ts';
import { approve, city, contractOf, heads, reviewed, submit, TABLE } from './deciding.ts';

const byAmount = () => city(TABLE, { matter: 'contract', approvals: [] });
const [matter] = TABLE.matters ?? [];
if (!matter) throw new Error('no matter');
const yen = (amount: number) => ({ yen: amount, from: 'contract' as const });

describe('a table of powers', () => {
  it('decides by the amount, its limit included', () => {
    const decides = [0, 500_000, 500_001, 10_000_000, 10_000_001].map((amount) =>
      deciderOf(matter, yen(amount)),
    );
    expect(decides).toEqual([
      'division-head',
      'division-head',
      'department-head',
      'department-head',
      'deputy-mayor',
    ]);
  });

  it('decides nothing without an amount, but where one post decides whatever it is', () => {
    expect(deciderOf(matter, null)).toBeNull();
    expect(deciderOf({ powers: [{ post: 'department-head' }] }, null)).toBe('department-head');
  });

  it('takes the contract before the estimate, and that before the budget', () => {
    expect(amountOf({ contractYen: 3, estimateYen: 2, budgetYen: 1 })).toEqual({ yen: 3, from: 'contract' });
    expect(amountOf({ estimateYen: 2, budgetYen: 1 })).toEqual({ yen: 2, from: 'estimate' });
    expect(amountOf({ budgetYen: 1 })).toEqual({ yen: 1, from: 'budget' });
    expect(amountOf({})).toBeNull();
  });

  it('knows up to which amount a post decides', () => {
    const limits = ['division-head', 'deputy-mayor', 'nobody'].map((post) => limitOf(matter, post));
    expect(limits).toEqual([500_000, null, undefined]);
  });
});

describe('a gate of a matter', () => {
  it('is passed by the one whose amount it is', () => {
    const walk = reviewed(byAmount(), 9_000_000).take(approve, heads.department);
    expect(standing(walk.snapshot).phase).toBe('development');
  });

  it('refuses whoever decides smaller ones, with the amount, the limit and who decides', () => {
    const { of, snapshot } = reviewed(byAmount(), 9_000_000);
    expect(accepts(of, snapshot, stamped(approve, heads.division))).toEqual([
      {
        code: 'authority.otherDecides',
        facts: {
          matter: { ja: '契約の締結', en: '契約の締結' },
          post: 'division-head',
          limitYen: 500_000,
          decides: 'department-head',
          yen: 9_000_000,
          from: 'contract',
        },
      },
    ]);
  });

  it('refuses whoever is above, and whoever is not of the table', () => {
    const walk = reviewed(byAmount(), 9_000_000);
    expect(walk.codes(approve, heads.deputyMayor)).toEqual(['authority.otherDecides']);
    expect(walk.codes(approve, people.group)).toEqual(['actor.wrongPost']);
  });

  it('waits until the record says an amount', () => {
    const walk = reviewed(byAmount());
    for (const head of Object.values(heads))
      expect(walk.codes(approve, head)).toEqual(['authority.amountUnknown']);
  });

  it('waits for whoever decides, on the board and where it is explained', () => {
    const { of, snapshot } = reviewed(byAmount(), 400_000);
    expect(summarize(of, snapshot).waitingFor).toEqual(['division-head']);
    const gate = explain(of, snapshot, heads.division, '2023-11-16T12:00:00+09:00').gate;
    expect(gate?.matter).toMatchObject({
      amount: { yen: 400_000, from: 'contract' },
      decides: 'division-head',
    });
    expect(gate?.approvals.map(({ body }) => body)).toEqual(['division-head']);
  });

  it('is decided after those whom it asks besides (合議)', () => {
    const walk = reviewed(city(TABLE, { matter: 'contract' }), 400_000);
    expect(walk.codes(approve, heads.division)).toEqual(['gate.earlierBodyPending']);
    walk.take(approve, people.group);
    expect(walk.codes(approve, heads.division)).toEqual([]);
  });

  it('is decided after all of them too where they decide in any order', () => {
    const walk = reviewed(city(TABLE, { matter: 'contract', order: 'any' }), 400_000);
    expect(walk.codes(approve, heads.division)).toEqual(['gate.earlierBodyPending']);
  });

  it('asks for one voice where it asks for its decider anyway', () => {
    const approvals = [{ body: 'division-head', quorum: 1 }];
    const walk = reviewed(city(TABLE, { matter: 'contract', approvals }), 400_000);
    expect(standing(walk.take(approve, heads.division).snapshot).phase).toBe('development');
  });

  it('keeps its amount while it is decided', () => {
    const walk = reviewed(byAmount(), 400_000);
    expect(walk.codes(contractOf(20_000_000), people.other)).toContain('contract.alreadyThere');
  });

  it('is not decided by whoever recorded the amount', () => {
    const walk = new Walk(byAmount()).take(contractOf(400_000), people.contracts).take(submit, people.owner);
    const same = { ...people.contracts, post: 'division-head' };
    expect(walk.codes(approve, same)).toEqual(['gate.samePerson']);
  });
});

describe('a deputy', () => {
  const deputy = (post: string) => ({
    ...heads.division,
    account: 'hosa',
    name: 'hosa',
    post,
    deputy: { kind: 'forAbsent' as const, holder: 'kacho' },
  });

  it('decides what the holder may, and nothing above it', () => {
    expect(reviewed(byAmount(), 400_000).codes(approve, deputy('division-head'))).toEqual([]);
    expect(reviewed(byAmount(), 600_000).codes(approve, deputy('division-head'))).toEqual([
      'authority.otherDecides',
    ]);
  });
});
