// 除斥: whoever has an interest says so and takes no part; where too few are left, that is said with who can help.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import { explain } from '../../../machines/migration/explain.ts';
import { workAhead } from '../../../machines/migration/gate/work-ahead.ts';
import { accepts } from '../../../machines/migration/migration.ts';
import { standing } from '../../../machines/migration/state.ts';
import { stamped } from '../../builders/migration.ts';
import { people, told, Walk } from '../../builders/walk.ts';
import { approve, city, heads, reviewed, TABLE } from './deciding.ts';

const AT = '2023-11-17T09:00:00+09:00';
const recused: Fact = { type: 'approver.recused', phase: 'fit-gap', reason: '配偶者が事業者に勤務' };
const byHead = { approvals: [{ body: 'division-head', quorum: 1 }] };

const head = (over: object) => ({ ...heads.division, account: 'hosa', name: 'hosa', ...over });

describe('a recusal', () => {
  it('shuts its declarer out of approving and returning', () => {
    const walk = reviewed(city(TABLE)).take(recused, people.group);
    expect(walk.codes(approve, people.group)).toEqual(['gate.recused']);
    expect(walk.codes({ type: 'gate.returned', phase: 'fit-gap', reason: '-' }, people.group)).toEqual([
      'gate.recused',
    ]);
    const other = { ...people.group, account: 'other', name: 'other' };
    expect(standing(walk.take(approve, other).snapshot).phase).toBe('development');
  });

  it('holds for its gate, or for every one', () => {
    const barred = (fact: Fact) => {
      const other = { ...people.group, account: 'other', name: 'other' };
      const walk = reviewed(city(TABLE)).take(fact, people.group).take(approve, other);
      return walk.codes({ type: 'gate.returned', phase: 'development', reason: '-' }, people.group);
    };
    expect(barred(recused)).not.toContain('gate.recused');
    expect(barred({ ...recused, everyGate: true } as Fact)).toContain('gate.recused');
  });

  it('takes back the voice that was given at the gate that is still decided', () => {
    const approvals = [
      { body: 'working-group', quorum: 1 },
      { body: 'promotion-committee', quorum: 2 },
    ];
    const walk = reviewed(city(TABLE, { approvals })).take(approve, people.group).take(approve, people.chair);
    walk.take(recused, people.chair);
    expect(walk.snapshot.context.approvals.map(({ account }) => account)).toEqual(['group']);
    expect(told(walk)).toMatchObject([['review.recused', ['promotion-committee', 'business-division']]]);
  });

  it('is declared once, by a member of a body that decides, and by nobody in their name', () => {
    const walk = reviewed(city(TABLE)).take(recused, people.group);
    expect(walk.codes(recused, people.group)).toEqual(['recusal.already']);
    expect(walk.codes(recused, people.office)).toEqual(['actor.wrongPost']);
    const inName = { ...people.group, account: 'x', deputy: { kind: 'forAbsent' as const, holder: 'y' } };
    expect(walk.codes(recused, inName)).toEqual(['recusal.notOwn']);
  });

  it('bars whoever decides in their name, and not who exercises the office', () => {
    const walk = reviewed(city(TABLE, byHead)).take(recused, heads.division);
    const forAbsent = head({ deputy: { kind: 'forAbsent', holder: 'kacho' } });
    const acting = head({ deputy: { kind: 'acting', holder: 'kacho' } });
    expect(walk.codes(approve, forAbsent)).toEqual(['gate.recused']);
    expect(walk.codes(approve, acting)).toEqual([]);
  });
});

describe('too few that are left', () => {
  const alone = () => reviewed(city(TABLE, byHead)).take(recused, heads.division);

  it('are named where it is explained, with the number asked and who can help', () => {
    const walk = alone();
    const [approval] = explain(walk.of, walk.snapshot, heads.division, AT).gate?.approvals ?? [];
    expect(approval?.outOfReach).toEqual({
      code: 'gate.outOfReach',
      facts: { body: 'division-head', quorum: 1, members: 1, recused: ['kacho'], plans: ['dx-office'] },
    });
    expect(approval?.recused).toMatchObject([{ account: 'kacho', reason: '配偶者が事業者に勤務' }]);
  });

  it('are said to whoever tries all the same', () => {
    const walk = alone();
    const [why] = accepts(walk.of, walk.snapshot, stamped(approve, heads.division));
    expect(why).toMatchObject({ code: 'gate.recused', facts: { left: 0 } });
  });

  it('are told to whoever plans', () => {
    expect(told(alone())).toEqual([['review.recused', ['division-head', 'business-division', 'dx-office']]]);
  });

  it('are no more once enough have approved', () => {
    const acting = head({ deputy: { kind: 'acting', holder: 'kacho' } });
    expect(standing(alone().take(approve, acting).snapshot).phase).toBe('development');
  });

  it('are seen by whoever looks at what people a programme lacks', () => {
    const walk = alone();
    const work = workAhead(walk.of, walk.snapshot);
    expect(work?.approvals[0]).toMatchObject({ body: 'division-head', without: ['kacho'] });
  });
});

it('is none in a programme that never had one', () => {
  expect(new Walk(city(TABLE)).snapshot.context).not.toHaveProperty('recused');
});
