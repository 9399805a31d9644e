// Separation of duties over the whole migration, as the programme's data says it.
import { describe, expect, it } from 'vitest';
import type { Decisions } from '../../../machines/definition/decisions.ts';
import { adopt } from '../../builders/adopting.ts';
import { person, readinessReport } from '../../builders/migration.ts';
import { people, renkei, Walk } from '../../builders/walk.ts';
import { approve, city, contractOf, reviewed, submit } from './deciding.ts';

const apart = (...separate: NonNullable<Decisions['separate']>) => city({ separate });
const both = (account: string) => ({
  contracts: person(account, 'contracts-division'),
  group: person(account, 'working-group'),
  owner: person(account, 'business-division'),
});

describe('duties that are apart', () => {
  it('are not both done by one person, in whichever order and post', () => {
    const one = both('jiro');
    const of = apart(['contract', 'approver']);
    expect(
      new Walk(of).take(contractOf(1), one.contracts).take(submit, people.owner).codes(approve, one.group),
    ).toEqual(['duty.separated']);
    const approved = reviewed(of).take(approve, one.group);
    expect(approved.codes(contractOf(1), one.contracts)).toEqual(['duty.separated']);
    expect(approved.codes(contractOf(1), people.contracts)).toEqual([]);
  });

  it('bind whoever decides in the name of another too, and that other', () => {
    const of = apart(['contract', 'approver']);
    const deputy = {
      ...people.group,
      account: 'hosa',
      deputy: { kind: 'forAbsent' as const, holder: 'jiro' },
    };
    const walk = new Walk(of).take(contractOf(1), both('jiro').contracts).take(submit, people.owner);
    expect(walk.codes(approve, deputy)).toEqual(['duty.separated']);
  });

  it('bind the one in whose name something is drafted, though who acts for them had drafted before', () => {
    const held = person('jiro', 'working-group');
    const inTheirName = {
      ...people.owner,
      deputy: { kind: 'forAbsent' as const, holder: 'jiro' },
    };
    const draft = { type: 'steps.recorded', statuses: { '⑮-2': 'done' } } as const;
    const draftsAfter = (of: ReturnType<typeof apart>) =>
      reviewed(of).take(approve, held).codes(draft, inTheirName);
    expect(draftsAfter(apart(['drafter', 'approver']))).toEqual(['duty.separated']);
    expect(draftsAfter(apart())).toEqual([]);
  });

  it('or not, nobody supplies under review in the name of one who has approved in it', () => {
    const steps = { type: 'steps.recorded', statuses: { '③-1': 'done' } } as const;
    const asked = {
      approvals: [
        { body: 'working-group', quorum: 2 },
        { body: 'promotion-committee', quorum: 1 },
      ],
      conditions: [
        {
          kind: 'steps' as const,
          steps: ['③-1'],
          label: { ja: '分析', en: 'analysis' },
          hard: false,
          who: ['dx-office'],
        },
      ],
    };
    const walk = reviewed(city({ separate: [] }, asked)).take(approve, person('jiro', 'working-group'));
    const office = { ...person('hosa', 'dx-office'), deputy: { kind: 'forAbsent' as const, holder: 'jiro' } };
    expect(walk.codes(steps, office)).toContain('gate.ownApproval');
  });

  it('last, whatever becomes of what was done', () => {
    const of = apart(['contract', 'approver']);
    const walk = reviewed(
      city(
        { separate: [['contract', 'approver']] },
        {
          approvals: [
            { body: 'working-group', quorum: 1 },
            { body: 'promotion-committee', quorum: 1 },
          ],
        },
      ),
    );
    walk
      .take(approve, both('jiro').group)
      .take({ type: 'submission.withdrawn', phase: 'fit-gap', reason: '差替え' }, people.owner);
    expect(walk.snapshot.context.approvals).toEqual([]);
    expect(walk.codes(contractOf(1), both('jiro').contracts)).toEqual(['duty.separated']);
    expect(of.decisions?.separate).toHaveLength(1);
  });

  it('make drafting after approving impossible where those two are apart, and leave it possible where they are not', () => {
    const draftsAfter = (of: ReturnType<typeof apart>) =>
      reviewed(of)
        .take(approve, both('jiro').group)
        .codes(
          { type: 'phase.submitted', phase: 'development', evidence: [readinessReport] },
          both('jiro').owner,
        );
    expect(draftsAfter(apart(['drafter', 'approver']))).toEqual(['duty.separated']);
    expect(draftsAfter(apart())).toEqual([]);
  });

  it('count drafting by what a gate rests on, not by papers alone', () => {
    const steps = { type: 'steps.recorded', statuses: { '⑮-2': 'done' } } as const;
    const of = apart(['drafter', 'acceptance']);
    const live = {
      type: 'system.wentLive',
      evidence: { ...readinessReport, kind: 'other' },
    } as const;
    const walk = new Walk(of).take(steps, person('jiro', 'dx-office'));
    expect(walk.snapshot.context.duties).toEqual({ drafter: ['jiro'] });
    walk.toGoLive();
    expect(walk.codes(live, person('jiro', 'dx-office'))).toEqual(['duty.separated']);
    expect(walk.codes(live, people.office)).toEqual([]);
  });

  it('are known of what was done before they were parted, as far as the memory says', () => {
    const before = city({});
    const walk = reviewed(before).take(approve, both('jiro').group);
    const after = { ...apart(['contract', 'approver']), version: 2 };
    const later = new Walk(after);
    later.snapshot = adopt(walk.snapshot, before, after, 7, '2023-11-20T09:00:00+09:00').snapshot;
    const at = { at: '2023-11-21T09:00:00+09:00' };
    expect(later.codes(contractOf(1), both('jiro').contracts, at)).toEqual(['duty.separated']);
  });

  it('are kept by nobody where no pair names them', () => {
    expect(reviewed(apart()).snapshot.context).not.toHaveProperty('duties');
    expect(reviewed(city({})).take(approve, people.group).snapshot.context).not.toHaveProperty('duties');
  });

  it('do not bind other systems’ words', () => {
    const walk = new Walk(apart(['contract', 'approver']));
    const news = { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' } as const;
    expect(walk.codes(news, renkei)).toEqual([]);
  });
});
