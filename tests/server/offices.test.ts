// A procurement as an office makes it, in the one programme of seeds/offices: a tie, a runner-up, a contract over the council's threshold, a
// circulation with one away, one recused and a deputy, a 専決 above its amount, a vendor's notice over four systems; and what an auditor finds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryPage } from '../../server/contract/entries.ts';
import { meetingView } from '../../server/contract/meetings/meetings.ts';
import { explanationView } from '../../server/contract/migrations/explanation.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { deputyList } from '../../server/contract/posts.ts';
import { rfpView } from '../../server/contract/procuring/rfp.ts';
import { vendorList } from '../../server/contract/procuring/vendors.ts';
import {
  act,
  answer,
  at,
  clock,
  closeMeeting,
  convene,
  juki,
  ofProgramme,
  openOffice,
  paper,
  rfp,
  sent,
} from './an-office.ts';
import type { Town } from './town.ts';

let town: Town;
/** The meeting that parted the tie. */
let tied = 0;
const TAKEN = { as: 'taken' };
const MEMBERS = ['fukukucho', 'sentei-a', 'sentei-b', 'sentei-c', 'sentei-d'];
const PLAN = { a: ['300', '250', '280', '310', '299.5'], b: ['290', '310', '260', '320', '280'] };
const TEAM = { a: ['280', '300', '270', '300', '290'], b: ['290', '240', '300', '290', '299.5'] };
const pointsOf = (index: number) => ({
  a: { plan: PLAN.a[index], team: TEAM.a[index] },
  b: { plan: PLAN.b[index], team: TEAM.b[index] },
  c: { plan: '220', team: '220' },
});
const evaluators = ['a', 'b', 'c', 'd', 'e'].map((one) => ({
  account: `hyoka-${one}`,
  name: `評価者${one.toUpperCase()}（演習）`,
}));
const TERMS = {
  form: 'publicProposal',
  title: '住民記録システムの構築',
  basis: '地方自治法施行令167条の2第1項第2号',
  stages: { announced: '2026-04-01T09:00:00+09:00', proposalsUntil: '2026-04-13T17:00:00+09:00' },
  ceilingYen: 150_000_000,
  scoring: {
    criteria: [
      { id: 'plan', label: '実施計画', points: '350' },
      { id: 'team', label: '体制', points: '350' },
    ],
    price: { points: '300', formula: 'lowestOverPrice' },
  },
};

beforeAll(async () => {
  town = await openOffice();
}, 120_000);
afterAll(() => town?.close());

describe('a procurement as an office makes it', () => {
  it('comes by five sheets to a tie, which the committee parts in its meeting, and no member alone', async () => {
    expect(await rfp('dx-a', 'opened', { terms: TERMS })).toEqual([]);
    for (const [bidder, priceYen] of [
      ['a', 100_000_000],
      ['b', 100_000_000],
      ['c', 120_000_000],
    ] as const) {
      expect(await rfp('dx-a', 'bidderApplied', { bidder, name: `${bidder}社` })).toEqual([]);
      expect(await rfp('dx-a', 'bidderQualified', { bidder, accepted: true })).toEqual([]);
      const receivedAt = '2026-04-01T09:00:00+09:00';
      expect(await rfp('dx-a', 'proposalReceived', { bidder, receivedAt, priceYen })).toEqual([]);
    }
    const early = await town.answered(rfpView, 'GET', juki('/rfp'), { as: 'bukai-a' });
    expect(early).toMatchObject({ open: null, undisclosed: { ja: '選定が決まるまで非開示' } });
    const unposted = [{ account: 'zaisei-a', name: '財政担当A（演習）' }];
    expect(await rfp('dx-a', 'evaluatorsAppointed', { evaluators: unposted })).toEqual([
      'rfp.evaluatorNoPost',
    ]);
    expect(await rfp('dx-a', 'evaluatorsAppointed', { evaluators })).toEqual([]);
    await clock('2026-04-14');
    for (const [index, { account }] of evaluators.entries()) {
      const body = { post: 'evaluation', points: pointsOf(index) };
      expect(await sent(juki('/rfp/sheet'), account, body)).toEqual([]);
    }
    expect(await rfp('dx-b', 'scoringClosed')).toEqual([]);
    expect(await rfp('sentei-a', 'candidateNamed', { bidder: 'b' })).toEqual(['body.meets', 'rfp.tieOpen']);
    const strange = { system: 'juki', decides: { kind: 'candidate', rfp: 1, bidder: 'z' } };
    const posed = { post: 'dx-office', body: 'selection-committee', on: '2026-04-14', form: 'inPerson' };
    expect(await sent(at('/meetings'), 'dx-a', { ...posed, agenda: [strange] })).toEqual(['rfp.unknown']);
    const meeting = await convene({
      form: 'inPerson',
      agenda: [
        { system: 'juki', decides: { kind: 'tie', rfp: 1, order: ['b', 'a'], how: 'committee' } },
        { system: 'juki', decides: { kind: 'candidate', rfp: 1, bidder: 'b' } },
      ],
    });
    await ofProgramme('dx-a', { type: 'meeting.attended', meeting, present: MEMBERS });
    const { agenda } = await town.answered(meetingView, 'GET', at(`/meetings/${meeting}`), { as: 'dx-a' });
    for (const { number: item, voters, now: of } of agenda) {
      const votes = voters.map((account) => ({ account, voice: 'for' }));
      const voted = { type: 'meeting.voted', meeting, item, motion: 'approve', votes, of };
      if (item === 1) expect(await ofProgramme('dx-a', voted)).toEqual(['meeting.reasonMissing']);
      const why = item === 1 ? { reason: '実施体制の実績で勝る' } : {};
      expect(await ofProgramme('dx-a', { ...voted, ...why })).toEqual([]);
    }
    // Whoever has no duty in it is told nothing of either item before they are decided.
    const before = await town.answered(meetingView, 'GET', at(`/meetings/${meeting}`), { as: 'houki-a' });
    expect(before.agenda.map(({ decides, said, votes }) => [decides, said, votes])).toEqual([
      [null, null, []],
      [null, null, []],
    ]);
    expect(await closeMeeting(meeting)).toMatchObject([TAKEN, TAKEN]);
    tied = meeting;
  }, 60_000);

  it('comes to the runner-up once the committee resolves that the negotiation failed', async () => {
    expect(await rfp('dx-b', 'negotiationFailed', { reason: '協議が整わない' })).toEqual([]);
    expect(await rfp('sentei-a', 'failureApproved')).toEqual(['body.meets']);
    const meeting = await convene({ form: 'circulation', agenda: [{ system: 'juki' }] });
    for (const member of MEMBERS) expect(await answer(meeting, member)).toEqual([]);
    expect(await closeMeeting(meeting)).toMatchObject([TAKEN]);
    const { open } = await town.answered(rfpView, 'GET', juki('/rfp'), { as: 'kansa-a' });
    expect(open?.outcome).toMatchObject({ candidate: 'a社', runnerUp: 'c社', failed: [{ name: 'b社' }] });
    expect(open?.inside?.parted).toMatchObject([{ order: ['b', 'a'], reason: '実施体制の実績で勝る' }]);
  }, 60_000);

  it('has a contract after the budget, and above the threshold after the council', async () => {
    const yen = (totalYen: number) => ({ amounts: [{ fiscalYear: 2026, amountYen: totalYen }], totalYen });
    const made = { type: 'contract.recorded', contractType: 'works', continuesInto: [], ...yen(140_000_000) };
    expect(await act('keiyaku-a', { ...made, vendor: 'a社' })).toEqual(['contract.yearUncovered']);
    const voted = { type: 'budget.voted', fiscalYear: 2026, migrationYen: 200_000_000, operationYen: 0 };
    expect(await act('zaisei-a', voted)).toEqual([]);
    expect(await act('keiyaku-a', { ...made, vendor: 'b社' })).toEqual(['contract.otherVendor']);
    expect(await act('keiyaku-a', { ...made, vendor: 'a社' })).toEqual([]);
    const amended = { type: 'contract.amended', no: 1, reason: '連携方式の変更', ...yen(165_000_000) };
    expect(await act('keiyaku-a', amended)).toEqual(['contract.voteMissing']);
    const council = { type: 'contract.councilVoted', no: 1, bill: '議案第61号', totalYen: 165_000_000 };
    expect(await act('keiyaku-a', council)).toEqual([]);
    expect(await act('keiyaku-a', amended)).toEqual([]);
  }, 60_000);

  it('is decided by circulation with one away, one recused and a deputy, and last by whose amount it is', async () => {
    const evidence = { ...paper('第10号'), kind: 'selection-report' };
    expect(await act('shokan-a', { type: 'phase.submitted', phase: 'rfp', evidence: [evidence] })).toEqual(
      [],
    );
    const deputy = {
      account: 'houki-a',
      post: 'selection-committee',
      kind: 'forAbsent',
      holder: 'sentei-c',
      until: '2026-06-30',
      reason: '入院',
    };
    expect(await sent(at('/deputies'), 'dx-a', deputy)).toEqual([]);
    const meeting = await convene({ form: 'circulation', agenda: [{ system: 'juki' }] });
    for (const who of ['fukukucho', 'sentei-a', 'sentei-b', 'houki-a'])
      expect(await answer(meeting, who)).toEqual([]);
    const recused = {
      type: 'meeting.recused',
      meeting,
      item: 1,
      account: 'sentei-b',
      reason: '配偶者が勤務',
    };
    expect(await ofProgramme('sentei-b', recused)).toEqual([]);
    expect(await answer(meeting, 'sentei-b')).toEqual(['meeting.isRecused']);
    const view = await town.answered(meetingView, 'GET', at(`/meetings/${meeting}`), { as: 'dx-a' });
    const voices = view.agenda[0]?.votes.map(({ account }) => account);
    expect(voices?.sort()).toEqual(['fukukucho', 'houki-a', 'sentei-a']);
    const minutes = await (await town.ask('GET', at(`/meetings/${meeting}/minutes`), { as: 'dx-a' })).text();
    expect(minutes).toMatch(/採決（3名、定足数3名）\n- 賛成 3名/u);
    await clock('2026-04-15');
    expect(await answer(meeting, 'sentei-d')).toEqual(['meeting.over']);
    expect(await closeMeeting(meeting)).toMatchObject([TAKEN]);
    const approved = { type: 'gate.approved', phase: 'rfp' };
    expect(await act('keiyaku-kacho', approved, 'contracts-head')).toEqual(['authority.otherDecides']);
    expect(await act('fukukucho', approved, 'vice-mayor')).toEqual([]);
  }, 60_000);

  it('shows what changed since it was returned, also by a meeting', async () => {
    const submitted = (sha256: string) => {
      const report = { ...paper('第9号'), kind: 'selection-report', sha256 };
      return act('shokan-a', { type: 'phase.submitted', phase: 'rfp', evidence: [report] }, undefined, 'zei');
    };
    expect(await submitted('1'.repeat(64))).toEqual([]);
    const meeting = await convene({ form: 'inPerson', agenda: [{ system: 'zei' }] });
    await ofProgramme('dx-a', { type: 'meeting.attended', meeting, present: MEMBERS });
    const { agenda } = await town.answered(meetingView, 'GET', at(`/meetings/${meeting}`), { as: 'dx-a' });
    const votes = agenda[0]?.voters.map((account) => ({ account, voice: 'for' }));
    const voted = { type: 'meeting.voted', meeting, item: 1, motion: 'return', reason: '比較表の不足' };
    expect(await ofProgramme('dx-a', { ...voted, votes, of: agenda[0]?.now })).toEqual([]);
    expect(await closeMeeting(meeting)).toMatchObject([TAKEN]);
    const { returned } = await town.answered(systemView, 'GET', at('/systems/zei'), { as: 'shokan-a' });
    expect(returned).toMatchObject({ name: '事業者選定委員会', reason: '比較表の不足' });
    expect(await submitted('2'.repeat(64))).toEqual([]);
    const asked = { as: 'sentei-a' };
    const { gate } = await town.answered(explanationView, 'GET', at('/systems/zei/explanation'), asked);
    expect(gate?.bundle?.since?.changes.map(({ ja }) => ja).join()).toContain('（第9号）');
  }, 60_000);

  it('shows a vendor’s notice over four systems, and a 後閲 whose day is over', async () => {
    const systems = ['juki', 'zei', 'hoken', 'fukushi'];
    const notice = {
      vendor: 'a-sha',
      kind: 'withdrawal',
      until: null,
      evidence: { ...paper('第7号'), kind: 'other' },
    };
    const noticed = { type: 'vendor.noticed', ...notice, systems: systems.map((system) => ({ system })) };
    expect(await ofProgramme('dx-a', noticed)).toEqual(['vendor.unknown']);
    const serves = systems.map((system) => ({ system, as: 'next' }));
    expect(
      await ofProgramme('dx-a', { type: 'vendor.registered', vendor: 'a-sha', name: 'a社', serves }),
    ).toEqual([]);
    expect(await ofProgramme('dx-a', noticed)).toEqual([]);
    const { notices } = await town.answered(vendorList, 'GET', at('/vendors'), { as: 'kansa-a' });
    expect(notices.map((one) => one.systems.length)).toEqual([4]);
    await clock('2026-04-22');
    const { awaiting } = await town.answered(deputyList, 'GET', at('/deputies'), { as: 'sentei-c' });
    // Five open days after the answer of 14 April.
    expect(awaiting).toMatchObject([
      { holder: 'sentei-c', account: 'houki-a', seenBy: '2026-04-21', isLate: true },
    ]);
  }, 60_000);

  it('is found again by an auditor: who, in which power, on which version, who was recused, who scored what', async () => {
    const { items } = await town.answered(entryPage, 'GET', juki('/entries?limit=12'), { as: 'kansa-a' });
    const said = items.map(({ summary, actor }) => `${summary.ja} ${actor.name} ${actor.post}`).join('\n');
    expect(said).toMatch(
      /欠席1名（選定委員D.*代理出席（法規担当A（演習）: 選定委員C（演習）に代わる・代決）/u,
    );
    expect(said).toMatch(/除斥1名（選定委員B（演習））/u);
    expect(said).toMatch(/「RFP（プロポーザル）」を承認 副区長（演習） vice-mayor/u);
    expect(items[0]?.seenVersion).toBe((items[0]?.seq ?? 0) - 1);
    const table = await (await town.ask('GET', juki('/rfp/table?format=csv'), { as: 'kansa-a' })).text();
    for (const points of ['299.5', '310', '575.9']) expect(table).toContain(points);
  }, 60_000);

  it('tells whoever has no duty in it what came of it, and not how a tie was parted', async () => {
    // Whose deputyship is over by then.
    await clock('2026-07-02');
    // Who decides phases before it alone has none in it either.
    for (const as of ['houki-a', 'bukai-a']) {
      const outside = { as };
      const { open } = await town.answered(rfpView, 'GET', juki('/rfp'), outside);
      expect(open).toMatchObject({ inside: null });
      const { agenda } = await town.answered(meetingView, 'GET', at(`/meetings/${tied}`), outside);
      expect(agenda.map(({ decides }) => decides?.kind ?? null)).toEqual([null, 'candidate']);
      expect(agenda[0]?.undisclosed).not.toBeNull();
      const { items } = await town.answered(entryPage, 'GET', juki('/entries?limit=60'), outside);
      expect(JSON.stringify(items)).not.toContain('実施体制の実績で勝る');
      // That somebody was named is published, by a meeting as by one voice.
      expect(items.map(({ type }) => type)).toContain('rfp.candidateResolved');
      expect(items.map(({ type }) => type)).not.toContain('rfp.tieResolved');
    }
  }, 60_000);
});
