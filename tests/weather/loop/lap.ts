// The people of the Setagaya rehearsal's platform and one lap of theirs: through the gate of the first wave's integration
// tests and back again. Plain data; knows nothing of Sekimori's code.
import type { Api } from '../people/http.ts';
import type { Act } from '../people/insisting.ts';

export const SYSTEM = 'renkei';
export const PHASE = 'w1-integration-test';
/** The systems of the first wave: each is told of every passing, and of every going back. */
export const DEPENDENTS = ['juki', 'zei', 'kaigo', 'shugaku'] as const;

interface Role {
  account: string;
  post: string;
}
const office: Role = { account: 'dx-ito', post: 'dx-office' };
const group: Role = { account: 'bukai-kobayashi', post: 'working-group' };
const committee = ['iin-yoshida', 'iin-yamada'].map((account) => ({ account, post: 'promotion-committee' }));

export const VOICES_TO_GO_BACK = committee.length;

export interface LapAct extends Role {
  fact: { type: string } & Record<string, unknown>;
}

const report = (on: string) => ({
  kind: 'integration-test-report',
  title: '結合テスト結果報告書',
  sha256: '5'.repeat(64),
  documentNo: '5世DX第1号',
  decidedOn: on,
});

/** Through a phase's gate, from work on it. */
export const through = (phase: string, evidence: unknown[] = []): LapAct[] => [
  { ...office, fact: { type: 'phase.submitted', phase, evidence } },
  { ...group, fact: { type: 'gate.approved', phase } },
];

/** Going back lays the report down: each lap has its own. */
export const lapOf = (today: string): LapAct[] => [
  ...through(PHASE, [report(today)]),
  { ...office, fact: { type: 'goingBack.proposed', to: PHASE, reason: '結合テストのやり直し' } },
  ...committee.map((member) => ({ ...member, fact: { type: 'goingBack.approved', to: PHASE } })),
];

/** As it is sent, with the version that its sender has seen. */
export function actOf(
  { code }: Api,
  { account, post, fact }: LapAct,
  at: { requestId: string; today: string; version: number },
): Act {
  const { requestId, today, version } = at;
  const sent = { fact, post, occurredOn: today, seenVersion: version };
  return {
    requestId,
    chain: `${code}/${SYSTEM}`,
    type: fact.type,
    account,
    path: `/api/v1/programmes/${code}/systems/${SYSTEM}/events`,
    body: { ...sent, requestId },
    sent,
  };
}
