// The load of the engine measurements: a migration of the size of a real one (第1期's ten phases, two businesses, two
// bodies at every gate, four deadlines), and an endless walk along it. Its people and dates are made up for the bench.

import type { Deadline, MigrationDefinition, Phase } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { addDays } from '../../machines/values/date.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';

const phases = [
  ['fit-gap', 'Fit&Gap分析', 'Fit & gap', 7, 9],
  ['estimate-preparation', '見積要求準備', 'Preparing the request for estimates', 9, 12],
  ['rough-estimate', '概算見積依頼', 'Rough estimates', 12, 12],
  ['plan-refinement', '移行計画精緻化', 'Refining the plan', 12, 13],
  ['open-issues', '残課題及び確認事項の整理', 'Open issues', 13, 13],
  ['rfi', 'RFI', 'RFI', 13, 20],
  ['rfp', 'RFP', 'RFP', 20, 28],
  ['development', '開発・テスト・研修等', 'Development, tests, training', 28, 39],
  ['go-live', '標準準拠システム稼働', 'Go-live', 39, 40],
  ['operation', '運用', 'Operation', 40, 40],
] as const;

const text = (ja: string, en: string) => ({ ja, en });
const drafter = person('tanto', 'business-division');
const working = person('bukai', 'working-group');
const committee = person('iinkai', 'promotion-committee');

function person(account: string, post: string): Actor {
  return { kind: 'person', account, name: `計測 ${account}`, post };
}

function phase([id, ja, en, from, to]: (typeof phases)[number]): Phase {
  const label = text(ja, en);
  const steps = nationalSteps.slice(from, to);
  const gate = {
    id: `${id}-gate`,
    label: text(`${ja}の関門`, `Gate of ${en}`),
    approvals: [
      { body: 'working-group', quorum: 1 },
      { body: 'promotion-committee', quorum: 1 },
    ],
    conditions: [],
  };
  const owners = ['business-division'];
  return { id, label, owners, steps, ...(id === 'operation' ? {} : { gate }) };
}

function deadline(id: string, on: string): Deadline {
  return {
    id,
    label: text(`期限 ${id}`, `Deadline ${id}`),
    basis: '計測用 / for the bench',
    rule: { kind: 'fixed', on },
    roll: 'none',
    at: '17:15',
    metBy: { phase: 'go-live', edge: 'entered' },
    hard: false,
    extendableBy: ['promotion-committee'],
    reminders: [-30, -7, 0, 7],
    to: ['business-division', 'dx-office'],
    followsRegime: false,
  };
}

/** A migration whose deadlines all lie far behind `today`, so that no timer disturbs the measurement; one of past days is a rehearsal. */
export function walkedDefinition(
  code: string,
  system: string,
  today: string,
  rehearsal = false,
): MigrationDefinition {
  const body = (id: string, ja: string, members: number) => ({ id, label: text(ja, id), members });
  return {
    version: 1,
    programme: { code, name: text('計測市', 'Bench City'), rehearsal },
    system: {
      id: system,
      name: text(`住民基本台帳/印鑑登録 ${system}`, `Residents and seals ${system}`),
      businesses: ['住民基本台帳', '印鑑登録'],
      wave: 'wave-1',
    },
    path: {
      id: 'bench-wave-1',
      version: 1,
      label: text('計測用 第1期', 'Wave 1 for the bench'),
      goLive: 'go-live',
      phases: phases.map(phase),
      control: {
        hold: ['dx-office'],
        cancel: ['promotion-committee'],
        plan: ['dx-office'],
        goBack: { propose: ['business-division'], approve: ['promotion-committee'] },
        steps: ['dx-office'],
        facts: ['dx-office'],
        regime: ['dx-office'],
      },
    },
    bodies: [
      body('business-division', '業務所管課', 3),
      body('dx-office', 'DX推進担当部', 3),
      body('working-group', '作業部会', 5),
      body('promotion-committee', '標準化推進委員会', 7),
    ],
    deadlines: [200, 300, 400, 500].map((days) => deadline(`in-${days}`, addDays(today, days))),
    plan: phases.slice(0, -1).map(([id], index) => ({
      phase: id,
      startOn: addDays(today, index * 60),
      endOn: addDays(today, index * 60 + 59),
    })),
    calendar: {
      id: 'bench',
      version: '1',
      source: '計測用 / for the bench',
      closed: [],
      provisionalFrom: '2099-01-01',
    },
    dependents: [],
  };
}

const lap: readonly { fact: Fact; actor: Actor }[] = [
  ...phases.slice(0, 7).flatMap(([id]): { fact: Fact; actor: Actor }[] => [
    { fact: { type: 'phase.submitted', phase: id, evidence: [] }, actor: drafter },
    { fact: { type: 'gate.approved', phase: id, note: '異議なし' }, actor: working },
    { fact: { type: 'gate.approved', phase: id, note: '承認する' }, actor: committee },
  ]),
  { fact: { type: 'goingBack.proposed', to: 'fit-gap', reason: '計測を続けるため' }, actor: drafter },
  { fact: { type: 'goingBack.approved', to: 'fit-gap' }, actor: committee },
];

/** Events from the first gate to the last but two and back again. */
export const lapLength = lap.length;

/** The walk's event at a place, from 0: accepted when all before it were. */
export function walkEvent(place: number): { fact: Fact; actor: Actor } {
  const event = lap[place % lap.length];
  if (!event) throw new Error(`no event ${place}`);
  return event;
}
