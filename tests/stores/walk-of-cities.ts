// What people of the two cities did before their installation was stored, act by act, through the door.
import { members, type Post } from './small-cities.ts';

export interface Act {
  system: string;
  by: string;
  fact: Record<string, unknown> & { type: string };
}

export const postOf = (account: string): Post =>
  (Object.keys(members) as Post[]).find((post) => account.startsWith(post)) ?? 'office';

const paper = (kind: string) => ({
  kind,
  title: '資料',
  sha256: 'a'.repeat(64),
  documentNo: '8控第1号',
  decidedOn: '2026-04-01',
});
const reason = '事情のため';

const on = (system: string) => {
  const act = (by: string, type: string, more: object = {}): Act => ({ system, by, fact: { type, ...more } });
  const each = (accounts: readonly string[], type: string, more: object = {}) =>
    accounts.map((by) => act(by, type, more));
  const passed = (phase: string, by: readonly string[], more: object = {}) => [
    act('office-a', 'phase.submitted', { phase, ...more }),
    ...each(by, 'gate.approved', { phase }),
  ];
  const surveyed = passed('survey', ['group-a'], { evidence: [paper('survey-report')] });
  const chosen = passed('choice', ['group-a', 'committee-a', 'committee-b']);
  return { act, each, passed, surveyed, chosen };
};

const renkei = on('renkei');
const kyotsu = on('kyotsu');
const juki = on('juki');
const zei = on('zei');
const hoken = on('hoken');
const fukushi = on('fukushi');
const kenko = on('kenko');
const kosodate = on('kosodate');

/** On the day the rehearsal begins. */
export const first: Act[] = [
  // at review, returned once before
  juki.act('office-a', 'phase.submitted', { phase: 'survey', evidence: [paper('survey-report')] }),
  juki.act('group-a', 'gate.returned', { phase: 'survey', reason }),
  juki.act('office-a', 'steps.recorded', { statuses: { '①-1': 'done', '①-2': 'inProgress' } }),
  juki.act('office-a', 'phase.submitted', { phase: 'survey', evidence: [] }),
  // held, its answer due meanwhile
  ...zei.surveyed,
  zei.act('office-b', 'plan.changed', { phase: 'build', startOn: '2026-05', endOn: '2026-06-30', reason }),
  // to its end, live
  ...renkei.passed('joining', ['group-a']),
  ...hoken.surveyed,
  ...hoken.chosen,
  hoken.act('office-b', 'budget.voted', { fiscalYear: 2026 }),
  // extended, gone back
  ...fukushi.surveyed,
  ...fukushi.chosen,
  fukushi.act('office-a', 'deadline.extended', { deadline: 'finish', dueOn: '2026-09-30', reason }),
  // whose platform is given up
  kyotsu.act('committee-a', 'cancellation.proposed', { reason }),
  ...kyotsu.each(['committee-b', 'committee-c'], 'cancellation.approved'),
  ...kenko.surveyed,
  ...kenko.chosen,
  // of the special regime
  kosodate.act('office-a', 'regime.flagged', { reasonTypes: [1, 3] }),
  kosodate.act('office-a', 'regime.applied', { reasonTypes: [1] }),
];

/** After the clock was moved: reminders have gone out, and what waited for the platform has heard of it. */
export const second: Act[] = [
  zei.act('office-a', 'migration.held', { reason }),
  ...hoken.passed('build', ['group-b']),
  hoken.act('office-a', 'system.wentLive', { evidence: paper('other') }),
  fukushi.act('office-a', 'goingBack.proposed', { to: 'choice', reason }),
  ...fukushi.each(['committee-a', 'committee-c'], 'goingBack.approved', { to: 'choice' }),
  ...kenko.each(['committee-a', 'committee-b'], 'milestone.waived', {
    system: 'kyotsu',
    milestone: 'joined',
    reason,
  }),
  kosodate.act('office-b', 'regime.designated', { completionOn: '2028-03-31', basis: '通知' }),
  // one voice of two: the proposal waits
  renkei.act('office-a', 'goingBack.proposed', { to: 'joining', reason }),
  renkei.act('committee-a', 'goingBack.approved', { to: 'joining' }),
];

/** Of the real city. */
export const real: Act[] = [
  ...on('juki').surveyed,
  on('juki').act('office-a', 'phase.submitted', { phase: 'choice' }),
  on('koseki').act('office-a', 'plan.changed', {
    phase: 'survey',
    startOn: '2027-04',
    endOn: '2027-09',
    reason,
  }),
];
