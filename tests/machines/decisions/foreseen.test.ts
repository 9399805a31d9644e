// What a transfer of staff would leave undone where duties are apart, by when a 代決 is to be looked at, and conditions that age.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { workAhead } from '../../../machines/migration/gate/work-ahead.ts';
import { seenByOf } from '../../../machines/migration/seeing/seen-by.ts';
import { tellings } from '../../../machines/programme/ahead/tellings.ts';
import type { Powers } from '../../../machines/programme/powers/grant.ts';
import { foresee } from '../../../machines/programme/transfer/foresee.ts';
import { namesOf } from '../../../texts/names.ts';
import { foreseenText } from '../../../texts/sheets/transfer-texts.ts';
import { agingText } from '../../../texts/telling/aging-texts.ts';
import { definition } from '../../builders/migration.ts';
import { people, Walk } from '../../builders/walk.ts';
import { approve, city, contractOf, reviewed } from './deciding.ts';

const on = '2024-04-01';

/** Who holds what: `account: posts`. */
function held(posts: Record<string, string[]>): Powers {
  const pairs = Object.entries(posts).flatMap(([account, all]) => all.map((post) => ({ account, post })));
  return {
    people: Object.fromEntries(Object.keys(posts).map((account) => [account, { name: account }])),
    grants: pairs.map(({ account, post }, index) => ({
      id: `1.${index}`,
      account,
      post,
      system: null,
      from: '2023-04-01',
      until: '2030-03-31',
      at: '2023-04-01T09:00:00+09:00',
      by: 'admin',
    })),
  };
}

const everybody = {
  owner: ['business-division', 'dx-office'],
  group: ['working-group'],
  chair: ['promotion-committee'],
  member: ['promotion-committee'],
  contracts: ['contracts-division'],
};

function foreseen(of: MigrationDefinition, after: Record<string, string[]>, walk = new Walk(of)) {
  const work = workAhead(of, walk.snapshot);
  const [before, then] = [held(everybody), held(after)];
  return foresee({ works: work ? [work] : [], before, after: then, on, today: '2024-03-20', leaving: [] });
}

describe('duties that are apart, as staff come and go', () => {
  const of = city({ separate: [['contract', 'approver']] }, {});
  const merged = { ...everybody, group: ['working-group', 'contracts-division'], contracts: [] };

  it('are named where nobody different is left for one of them, with the posts and in words', () => {
    const found = foreseen(of, merged).filter(({ code }) => code === 'duties');
    expect(found).toEqual([
      {
        code: 'duties',
        duties: ['contract', 'approver'],
        posts: ['working-group', 'promotion-committee', 'contracts-division'],
        systems: ['juki'],
      },
    ]);
    const names = namesOf(of, new Map([['juki', of.system.name]]));
    const [one] = found;
    expect(one && foreseenText(one, on, names).ja).toContain('「契約、承認」を別々の方で分担できません');
  });

  it('are not where they can be shared out, nor where nothing is apart', () => {
    expect(foreseen(of, everybody).filter(({ code }) => code === 'duties')).toEqual([]);
    expect(foreseen(city({}), merged).filter(({ code }) => code === 'duties')).toEqual([]);
    expect(workAhead(definition(), new Walk(definition()).snapshot)).not.toHaveProperty('apart');
  });

  it('name scoring too: whoever is left with it and the contract, and who drafted left alone to score', () => {
    const control = { ...of.path.control, facts: ['contracts-division'] };
    const rfp = { runs: ['dx-office'], evaluates: ['working-group'], decides: ['promotion-committee'] };
    const path = { ...of.path, control, procurement: { phases: ['fit-gap'], rfp } };
    const both = { ...everybody, contracts: ['contracts-division', 'working-group'], group: [] };
    const apart = { ...of, path, decisions: { separate: [['estimator' as const, 'scorer' as const]] } };
    const duties = (found: ReturnType<typeof foreseen>) =>
      found.flatMap((one) => (one.code === 'duties' ? [one.duties] : []));
    // Whoever estimates also records the contract here: the pair that always holds is told first.
    expect(duties(foreseen(apart, both))).toEqual([['scorer', 'contract']]);
    expect(duties(foreseen(apart, everybody))).toEqual([]);
    const { decisions: _decisions, ...plain } = apart;
    const walk = new Walk(plain);
    walk.snapshot = { ...walk.snapshot, context: { ...walk.snapshot.context, drafters: ['owner'] } };
    const ofOffice = { ...rfp, evaluates: ['dx-office'] };
    const byOffice = { ...plain, path: { ...path, procurement: { phases: ['fit-gap'], rfp: ofOffice } } };
    expect(duties(foreseen(byOffice, everybody, walk))).toEqual([['drafter', 'scorer']]);
  });

  it('ask for nobody once they are done, and mind who has done them', () => {
    const done = new Walk(of).take(contractOf(1), people.contracts);
    expect(foreseen(of, merged, done).filter(({ code }) => code === 'duties')).toEqual([]);
    const took = { ...everybody, group: [], contracts: ['contracts-division', 'working-group'] };
    expect(foreseen(of, took, done).some(({ code }) => code === 'duties')).toBe(true);
  });
});

describe('a 代決', () => {
  const { calendar } = definition();
  const on = { said: undefined, occurredOn: '2023-12-28' };

  it('is to be seen within open days after it, the day itself not counted', () => {
    // 12-29 Fri, then 01-02 Tue after a weekend and New Year's day.
    expect(seenByOf({ decisions: { seenWithin: 1 }, calendar }, on)).toBe('2023-12-29');
    expect(seenByOf({ decisions: { seenWithin: 2 }, calendar }, on)).toBe('2024-01-02');
  });

  it('is by the day that its appointment says, and by none without a rule', () => {
    expect(seenByOf({ decisions: { seenWithin: 2 }, calendar }, { ...on, said: '2024-02-01' })).toBe(
      '2024-02-01',
    );
    expect(seenByOf({ calendar }, on)).toBeNull();
  });
});

describe('a condition of an approval', () => {
  const of = city({});
  const condition = { text: '手順書を添える', owner: 'business-division', dueOn: '2023-12-10' };
  const walk = reviewed(of).take({ ...approve, conditions: [condition] }, people.group);
  const toldOn = (today: string) =>
    tellings({
      programme: { control: ['dx-office'], bodies: of.bodies },
      powers: null,
      migrations: [{ definition: of, snapshot: walk.snapshot }],
      works: [],
      unseen: [],
      notices: [],
      vendors: {},
      calendar: of.calendar,
      today,
    }).filter(({ matter }) => matter.code === 'proviso');

  it('is told to its owner before its day, to who asked for it too after it, and every week', () => {
    const posts = ['2023-12-02', '2023-12-03', '2023-12-11', '2023-12-18'].map((today) =>
      toldOn(today).map(({ to, rung }) => [to.posts, rung.on]),
    );
    expect(posts).toEqual([
      [],
      [[['business-division'], '2023-12-03']],
      [[['business-division', 'working-group'], '2023-12-10']],
      [[['business-division', 'working-group'], '2023-12-17']],
    ]);
  });

  it('is said with what to do', () => {
    const [one] = toldOn('2023-12-11');
    const names = namesOf(of, new Map([['juki', of.system.name]]));
    const { text, act } = agingText(
      one?.matter ?? { code: 'calendar', calendar: '', version: '', fixedUntil: '' },
      '2023-12-11',
      names,
    );
    expect(text.ja).toBe(
      '作業部会の承認の条件「手順書を添える」（2-1）が、期日（令和5年12月10日）を1日過ぎて、満たされていません。',
    );
    expect(act.ja).toContain('sekimori condition met');
  });
});
