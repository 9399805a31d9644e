// Whom a procurement asks for something: who is told of a stage that is near or over, and who may be appointed to score.
import { describe, expect, it } from 'vitest';
import { evaluatorObjections } from '../../../machines/migration/rfp/known-evaluators.ts';
import { tellings } from '../../../machines/programme/ahead/tellings.ts';
import { namesOf } from '../../../texts/names.ts';
import { agingText } from '../../../texts/telling/aging-texts.ts';
import { at, closed, evenly, opened, received, rfpDefinition, rfpPeople } from '../../builders/rfp.ts';
import { Walk } from '../../builders/walk.ts';

const { office, chair } = rfpPeople;
const of = rfpDefinition();
const names = namesOf(of, new Map([['juki', of.system.name]]));

const toldOn = (walk: Walk, today: string) =>
  tellings({
    programme: { control: ['dx-office'], bodies: walk.of.bodies },
    powers: null,
    migrations: [{ definition: walk.of, snapshot: walk.snapshot }],
    works: [],
    unseen: [],
    notices: [],
    vendors: {},
    calendar: walk.of.calendar,
    today,
  }).flatMap(({ matter, to, rung }) =>
    matter.code === 'rfpStage' ? [{ stage: matter.stage, to: to.posts, on: rung.on, matter }] : [],
  );
const stagesOn = (walk: Walk, today: string) => toldOn(walk, today).map(({ stage }) => stage);

describe('a stage of a procurement', () => {
  const begun = () => new Walk(rfpDefinition()).take(opened(), office, at('2023-11-16'));

  it('is told before its hour to those whose it is', () => {
    expect(stagesOn(begun(), '2023-11-16')).toContain('questionsUntil');
    const walk = received();
    expect(toldOn(walk, '2023-12-04')).toMatchObject([
      { stage: 'firstReview', to: ['dx-office', 'evaluation'], on: '2023-12-04' },
    ]);
  });

  it('that closes by itself is told no more once it is over', () => {
    expect(stagesOn(begun(), '2023-11-24')).toContain('applicationsUntil');
    expect(stagesOn(begun(), '2023-11-27')).not.toContain('applicationsUntil');
  });

  it('is told on, week after week, until what it is for is done', () => {
    const walk = closed(evenly({ a: '300', b: '290', c: '100' }));
    const [late] = toldOn(walk, '2023-12-19');
    expect(late).toMatchObject({ stage: 'decision', to: ['dx-office', 'committee'], on: '2023-12-15' });
    if (!late) throw new Error('nothing is told');
    expect(agingText(late.matter, '2023-12-19', names).text.ja).toBe(
      '第1回の調達手続の「候補者特定・通知・公表」（令和5年12月8日 17:00）を11日過ぎています。',
    );
    walk.take({ type: 'rfp.candidateNamed', rfp: 1, bidder: 'a' }, chair, at('2023-12-19'));
    expect(stagesOn(walk, '2023-12-20')).toEqual([]);
  });

  it('is told to nobody where no procurement is open', () => {
    expect(stagesOn(new Walk(rfpDefinition()), '2023-12-04')).toEqual([]);
  });
});

describe('an evaluator', () => {
  const grant = (post: string, over: object = {}) => ({
    account: 'e1',
    post,
    system: null,
    from: '2023-04-01',
    until: '2024-03-31',
    ...over,
  });
  const said = (...grants: ReturnType<typeof grant>[]) =>
    evaluatorObjections(
      {
        people: { e1: { name: '評価者' } },
        grants,
        system: 'juki',
        posts: ['evaluation'],
        today: '2023-12-01',
      },
      [{ account: 'e1', name: '評価者' }],
    ).map(({ code }) => code);

  it('holds a post that scores there, or is to hold it', () => {
    expect(said(grant('evaluation'))).toEqual([]);
    expect(said(grant('evaluation', { from: '2023-12-11', system: 'juki' }))).toEqual([]);
  });

  it.each([
    ['another post', grant('finance-division')],
    ['the post in another system', grant('evaluation', { system: 'zei' })],
    ['the post until yesterday', grant('evaluation', { until: '2023-11-30' })],
    [
      'a post that was taken back',
      grant('evaluation', { ended: { at: '2023-11-20T09:00:00+09:00', by: 'x' } }),
    ],
  ])('with %s is not appointed', (_, held) => expect(said(held)).toEqual(['rfp.evaluatorNoPost']));
});
