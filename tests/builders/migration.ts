// A small sound migration for tests, and the people and events in it. One builder per noun; a test states only what
// it is about.
import type { Condition, Deadline, Gate, MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { StampedEvent, Submission } from '../../machines/migration/event.ts';
import type { Actor } from '../../machines/record/submission.ts';

const label = (ja: string) => ({ ja, en: ja });

export function gate(id: string, over: Partial<Gate> = {}): Gate {
  return {
    id,
    label: label(`${id}の関門`),
    approvals: [{ body: 'working-group', quorum: 1 }],
    conditions: [],
    ...over,
  };
}

export function deadline(id: string, over: Partial<Deadline> = {}): Deadline {
  return {
    id,
    label: label(id),
    basis: '計画',
    rule: { kind: 'fixed', on: '2025-03-31' },
    roll: 'none',
    at: '17:15',
    metBy: { phase: 'go-live', edge: 'entered' },
    hard: false,
    extendableBy: ['contracts-division'],
    reminders: [-30, -7, 0, 7],
    to: ['dx-office'],
    followsRegime: false,
    ...over,
  };
}

/** Three phases and 運用: fit-gap (one body), development (two bodies, evidence, a milestone), go-live, operation. */
export function definition(over: Partial<MigrationDefinition> = {}): MigrationDefinition {
  return {
    version: 1,
    programme: { code: '131121', name: label('世田谷区'), rehearsal: true },
    system: {
      id: 'juki',
      name: label('住民基本台帳/印鑑登録'),
      businesses: ['住民基本台帳', '印鑑登録'],
      wave: 'wave-1',
    },
    path: {
      id: 'small',
      version: 1,
      label: label('小さな工程'),
      goLive: 'go-live',
      phases: [
        {
          id: 'fit-gap',
          label: label('Fit&Gap分析'),
          owners: ['business-division'],
          steps: ['③-1', '③-2'],

          gate: gate('fit-gap'),
        },
        {
          id: 'development',
          label: label('開発・テスト・研修等'),
          owners: ['business-division', 'dx-office'],
          steps: ['⑫-1', '⑮-1'],

          gate: gate('readiness', {
            approvals: [
              { body: 'working-group', quorum: 1 },
              { body: 'promotion-committee', quorum: 2 },
            ],
            conditions: [
              {
                kind: 'evidence',
                evidence: 'readiness-report',
                label: label('移行判定資料'),
                hard: true,
                who: ['dx-office'],
              },
              {
                kind: 'milestone',
                system: 'renkei',
                milestone: 'integration-test-1',
                label: label('結合テスト'),
                hard: true,
                who: ['dx-office'],
              },
              {
                kind: 'steps',
                steps: ['⑮-2'],
                label: label('研修'),
                hard: false,
                who: ['business-division'],
              },
            ],
          }),
          announces: 'ready',
        },
        {
          id: 'go-live',
          label: label('標準準拠システム稼働'),
          owners: ['dx-office'],
          steps: ['⑱-1'],
          gate: gate('stable'),
        },
        { id: 'operation', label: label('運用'), owners: ['business-division'], steps: [] },
      ],
      control: {
        hold: ['dx-office'],
        cancel: ['promotion-committee'],
        plan: ['dx-office'],
        goBack: { propose: ['business-division', 'dx-office'], approve: ['promotion-committee'] },
        steps: ['dx-office'],
        facts: ['contracts-division'],
        regime: ['dx-office'],
      },
    },
    bodies: [
      { id: 'business-division', label: label('業務所管課'), members: 3 },
      { id: 'dx-office', label: label('DX推進担当部'), members: 3 },
      { id: 'working-group', label: label('作業部会'), members: 5 },
      { id: 'promotion-committee', label: label('標準化推進委員会'), members: 7 },
      { id: 'contracts-division', label: label('契約課'), members: 2 },
    ],
    deadlines: [
      deadline('go-live-r6'),
      deadline('contract-end', { hard: true, metBy: { phase: 'development', edge: 'left' } }),
    ],
    plan: [{ phase: 'development', startOn: '2023-11', endOn: '2024-12' }],
    calendar: {
      id: 'test',
      version: '2026-02',
      source: '内閣府',
      closed: ['2024-01-01'],
      provisionalFrom: '2028-01-01',
    },
    dependents: [],
    ...over,
  };
}

/** The small path with these conditions at the gate of one of its phases. */
export function asking(phase: string, ...conditions: Condition[]): MigrationDefinition {
  const of = definition();
  const phases = of.path.phases.map((each) =>
    each.id === phase && each.gate
      ? { ...each, gate: gate(each.gate.id, { conditions, approvals: each.gate.approvals }) }
      : each,
  );
  return { ...of, path: { ...of.path, phases } };
}

export function person(account: string, post: string): Actor {
  return { kind: 'person', account, name: account, post };
}

let requests = 0;

/** A submission with a fresh request id, unless one is given. */
export function submission(fact: Fact, actor: Actor, over: Partial<Submission> = {}): Submission {
  requests += 1;
  return { fact, actor, occurredOn: '2023-11-16', requestId: `test/${requests}`, ...over };
}

export function stamped(fact: Fact, actor: Actor, over: Partial<StampedEvent> = {}): StampedEvent {
  const at = over.at ?? '2023-11-16T10:00:00+09:00';
  return { ...submission(fact, actor, { occurredOn: at.slice(0, 10), ...over }), at };
}

export const readinessReport = {
  kind: 'readiness-report',
  title: '移行判定資料',
  sha256: 'a'.repeat(64),
  documentNo: '5世DX第123号',
  decidedOn: '2023-11-15',
};
