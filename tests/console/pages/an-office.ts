// The programme of seeds/offices beside the rehearsal, with a procurement that has come to a tie: loaded and recorded through the API.
import { readSeedFolder } from '../../../server/intake/seed-folder.ts';
import { folder } from '../../seeds/folder.ts';
import { type Ask, askAs } from '../as-account.ts';
import type { Rehearsal } from '../rehearsal.ts';

export const office = '/programmes/131130';
export const committee = 'selection-committee';
const PLAN = { a: ['300', '250'], b: ['290', '260'] };

interface Fact {
  type: string;
  [more: string]: unknown;
}

export interface Office {
  as: (account: string) => Ask;
  /** Records an act of one system. */
  record: (account: string, post: string, system: string, fact: Fact) => Promise<void>;
  clock: (day: string) => Promise<void>;
  deputy: (given: Record<string, unknown>) => Promise<void>;
  answer: (account: string, meeting: number, item: number) => Promise<void>;
}

const TERMS = {
  form: 'publicProposal',
  title: '住民記録システムの構築',
  basis: '地方自治法施行令167条の2第1項第2号',
  stages: { announced: '2026-04-01T09:00:00+09:00', proposalsUntil: '2026-04-13T17:00:00+09:00' },
  ceilingYen: 150_000_000,
  scoring: {
    criteria: [{ id: 'plan', label: '実施計画', points: '700' }],
    price: { points: '300', formula: 'lowestOverPrice' },
  },
};

export async function openOffice(rehearsal: Rehearsal): Promise<Office> {
  const as = (account: string) => askAs(rehearsal, account);
  let requests = 0;
  const requestId = () => {
    requests += 1;
    return `an-office/${requests}`;
  };
  const files = await readSeedFolder(folder('offices'));
  const { accounts } = await askAs(rehearsal, null)<{
    accounts: { account: string; password: string }[];
  }>('POST', '/programmes', { files });
  rehearsal.learn(accounts);
  const send = async (account: string, path: string, body: object) => {
    await as(account)('POST', `${office}${path}`, { requestId: requestId(), ...body });
  };
  const today = async () => (await as('dx-a')<{ today: string }>('GET', office)).today;
  return {
    as,
    record: async (account, post, system, fact) => {
      const path = `/systems/${system}`;
      const { row, setting } = await as('dx-a')<{
        row: { version: number };
        setting: { today: string };
      }>('GET', `${office}${path}`);
      await send(account, `${path}/events`, {
        fact,
        post,
        occurredOn: setting.today,
        seenVersion: row.version,
      });
    },
    clock: (day) => send('dx-a', '/clock', { to: `${day}T09:00:00+09:00`, post: 'dx-office' }),
    deputy: (given) => send('dx-a', '/deputies', given),
    answer: async (account, meeting, item) => {
      const fact = { type: 'meeting.answered', meeting, item, voice: 'for' };
      await send(account, '/events', { fact, post: committee, occurredOn: await today(), seenVersion: 0 });
    },
  };
}

/** Two applicants whose sheets come to the same total. */
export async function comeToATie({ as, record, clock }: Office): Promise<void> {
  const rfp = (type: string, more: object = {}, account = 'dx-a') =>
    record(account, 'dx-office', 'juki', { type: `rfp.${type}`, rfp: 1, ...more });
  await rfp('opened', { terms: TERMS });
  for (const [bidder, name] of [
    ['a', '青葉情報'],
    ['b', '若草システム'],
  ]) {
    await rfp('bidderApplied', { bidder, name });
    await rfp('bidderQualified', { bidder, accepted: true });
    const receivedAt = '2026-04-01T09:00:00+09:00';
    await rfp('proposalReceived', { bidder, receivedAt, priceYen: 98_000_000 });
  }
  const evaluators = ['a', 'b'].map((one) => ({
    account: `hyoka-${one}`,
    name: `評価者${one.toUpperCase()}（演習）`,
  }));
  await rfp('evaluatorsAppointed', { evaluators });
  await clock('2026-04-14');
  for (const [index, { account }] of evaluators.entries()) {
    const points = { a: { plan: PLAN.a[index] }, b: { plan: PLAN.b[index] } };
    await as(account)('POST', `${office}/systems/juki/rfp/sheet`, {
      post: 'evaluation',
      points,
      requestId: `an-office/sheet-${index}`,
    });
  }
  await rfp('scoringClosed', {}, 'dx-b');
}
