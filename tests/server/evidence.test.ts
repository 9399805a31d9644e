// One entry with its evidence: was the post held, on which version was it decided, who was told then, who has read it; for
// auditors alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverDue } from '../../activities/notices/deliver-notices.ts';
import { carryDue } from '../../activities/notices/digest/carrying.ts';
import { createMaker } from '../../activities/notices/digest/making.ts';
import { evidenceLines } from '../../cli/print/evidence-lines.ts';
import { PLANNED_UNTIL } from '../../machines/values/date.ts';
import { accessPage, accountView } from '../../server/contract/accounts.ts';
import { type EntryEvidence, entryEvidence, entryPage, submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { inboxView } from '../../server/contract/telling/inbox.ts';
import { makePerson, openTown, shutAccount, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  for (const [account, name] of [
    ['bukai-abe', '安部'],
    ['bukai-oda', '小田'],
    ['bukai-mori', '森田'],
    ['bukai-ueda', '上田'],
  ] as const) {
    await makePerson(town, account, name);
  }
  await give('bukai-abe', { from: '2023-11-16', until: '2023-11-30' });
  await give('bukai-oda', {});
});
afterAll(() => town.close());

const auditor = 'kansa-mori';
const path = (rest: string) => `/programmes/${town.code}${rest}`;
const group = () => ({ post: 'working-group', programme: town.code, system: null });

const give = (account: string, days: { from?: string; until?: string }) =>
  town.answered(accountView, 'POST', `/accounts/${account}/posts`, {
    as: 'dx-tanaka',
    body: { ...group(), ...days },
  });

const evidenceOf = (rest: string, as = auditor): Promise<EntryEvidence> =>
  town.answered(entryEvidence, 'GET', path(rest), { as });

let requests = 0;
async function send(
  system: string,
  as: string,
  [post, type]: [post: string, type: string],
  occurredOn = '2023-11-16',
): Promise<number> {
  const at = path(`/systems/${system}`);
  const { row } = await town.answered(systemView, 'GET', at, { as: auditor });
  const evidence = type === 'phase.submitted' ? { evidence: [] } : {};
  requests += 1;
  const { seq } = await town.answered(submitted, 'POST', `${at}/events`, {
    as,
    body: {
      fact: { type, phase: 'open-issues', ...evidence },
      post,
      occurredOn,
      requestId: `evidence/${requests}`,
      seenVersion: row.version,
    },
  });
  return seq;
}
const submit = (system: string) => send(system, 'fukushi-watanabe', ['business-division', 'phase.submitted']);
const approve = (system: string, as: string, occurredOn?: string) =>
  send(system, as, ['working-group', 'gate.approved'], occurredOn);

/** Reads everything in the person's inbox that came from that entry. */
async function read(as: string, chain: string, seq: number): Promise<void> {
  const { notices } = await town.answered(inboxView, 'GET', path('/inbox?limit=200'), { as });
  const ids = notices
    .map(({ id }) => id)
    .filter((id) => id.startsWith(JSON.stringify([chain, seq]).slice(0, -1)));
  expect(ids.length).toBeGreaterThan(0);
  expect((await town.ask('POST', path('/inbox/read'), { as, body: { ids } })).status).toBe(204);
}

describe('an approval', () => {
  it('names the version seen, what decided, and the period of the grant by which it was given', async () => {
    await submit('kokuho');
    const seq = await approve('kokuho', 'bukai-abe');
    const entry = await evidenceOf(`/systems/kokuho/entries/${seq}`);
    expect(entry).toMatchObject({
      seq,
      seenVersion: seq - 1,
      type: 'gate.approved',
      actor: { account: 'bukai-abe', post: 'working-group' },
      versions: { definition: 1, definitionDigest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      signedBy: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const grant = { programme: town.code, system: null, from: '2023-11-16', until: '2023-11-30' };
    expect(entry.grants).toEqual([
      {
        id: entry.actor.grant,
        named: true,
        ...grant,
        grantedBy: 'dx-tanaka',
        grantedAt: expect.any(String),
        endedBy: null,
        endedAt: null,
        heldOn: { recorded: true, occurred: true },
      },
    ]);
    const { items } = await town.answered(entryPage, 'GET', path('/systems/kokuho/entries?limit=1'), {
      as: auditor,
    });
    const { grants, told, setting, ...same } = entry;
    expect(same).toEqual(items[0]);
  });

  it('does not rest on a grant that was given only afterwards, whatever days it claims', async () => {
    await give('bukai-abe', { from: '2023-01-01', until: '2024-03-31' });
    const { items } = await town.answered(entryPage, 'GET', path('/systems/kokuho/entries?limit=1'), {
      as: auditor,
    });
    const { grants } = await evidenceOf(`/systems/kokuho/entries/${items[0]?.seq}`);
    expect(grants.map(({ from, heldOn }) => [from, heldOn])).toEqual([
      ['2023-01-01', { recorded: false, occurred: false }],
      ['2023-11-16', { recorded: true, occurred: true }],
    ]);
  });

  it('of a month rests on no grant that begins later in it than the approval was recorded', async () => {
    await give('bukai-abe', { from: '2023-11-25', until: '2023-11-30' });
    await submit('seiho');
    const seq = await approve('seiho', 'bukai-abe', '2023-11');
    const { occurredOn, grants } = await evidenceOf(`/systems/seiho/entries/${seq}`);
    expect(occurredOn).toBe('2023-11');
    expect(grants.map(({ from, heldOn }) => [from, heldOn])).toEqual([
      ['2023-01-01', { recorded: true, occurred: true }],
      ['2023-11-16', { recorded: true, occurred: true }],
    ]);
  });

  it('stays valid where its grant was ended afterwards, and says when and by whom', async () => {
    await submit('nenkin');
    const seq = await approve('nenkin', 'bukai-oda');
    await town.answered(accountView, 'POST', '/accounts/bukai-oda/posts/end', {
      as: 'dx-tanaka',
      body: group(),
    });
    const { grants, wallAt } = await evidenceOf(`/systems/nenkin/entries/${seq}`);
    expect(grants).toMatchObject([
      { until: '2024-03-31', endedBy: 'dx-tanaka', heldOn: { recorded: true, occurred: true } },
    ]);
    expect(Date.parse(grants[0]?.endedAt ?? '')).toBeGreaterThan(Date.parse(wallAt));
  });
});

describe('who was told', () => {
  it('are those who held the post then; who came later and read it is told apart; who had left, or was shut out, is not named', async () => {
    await give('bukai-ueda', {});
    await shutAccount(town, 'bukai-ueda');
    const seq = await submit('kouki');
    await give('bukai-mori', {});
    for (const as of ['bukai-kato', 'bukai-mori']) await read(as, `${town.code}/kouki`, seq);
    const { told, grants } = await evidenceOf(`/systems/kouki/entries/${seq}`);
    expect(grants.map(({ system }) => system)).toEqual(['kouki']);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ code: 'review.requested', post: 'working-group' });
    expect(told[0]?.message.ja).toContain('審査');
    const instant = expect.any(String);
    expect(told[0]?.persons.map(({ account, heldThen, readAt }) => [account, heldThen, readAt])).toEqual([
      ['bukai-abe', true, null],
      ['bukai-kato', true, instant],
      ['bukai-kobayashi', true, null],
      ['juki-suzuki', true, null],
      ['bukai-mori', false, instant],
    ]);
  });

  it('by which digest, channel and receipt, to whom of the post', async () => {
    const { ledger } = town.rig;
    await ledger.contacts.set('bukai-kato', { mail: 'kato@city.example' });
    const mail = {
      name: 'mail',
      reaches: (contact: { mail: string | null }) => contact.mail !== null,
      send: async () => '250 taken',
    };
    const telling = { ledger, channels: [mail], wallMs: Date.now, onOutcome: () => undefined };
    const make = createMaker(telling);
    await make(town.code);
    const seq = await submit('shougai');
    await town.answered(clockMoved, 'POST', path('/clock'), {
      as: 'dx-ito',
      body: { to: '2023-11-17T09:30:00+09:00', requestId: 'evidence/digest', post: 'dx-office' },
    });
    expect(await make(town.code)).toBeGreaterThan(0);
    await carryDue(telling);
    const { told } = await evidenceOf(`/systems/shougai/entries/${seq}`);
    const digests = told[0]?.digests ?? [];
    expect(digests.map(({ account }) => account)).toContain('bukai-kobayashi');
    expect(digests.find(({ account }) => account === 'bukai-kato')).toMatchObject({
      ...{ day: '2023-11-17', readAt: null },
      channels: [{ channel: 'mail', state: 'arrived', receipt: '250 taken', attempts: 1 }],
    });
    expect(digests.map(({ account }) => account)).not.toContain('dx-ito');
    await town.ask('POST', path('/inbox/digests/read'), { as: 'bukai-kato', body: { day: '2023-11-17' } });
    const after = await evidenceOf(`/systems/shougai/entries/${seq}`);
    const line = evidenceLines(after, 'ja').filter((one) => one.includes('kato'));
    expect(line.join('\n')).toMatch(/のお知らせ.*（bukai-kato）に: 受信箱で .* に既読/);
    expect(evidenceLines(after, 'ja').join('\n')).toMatch(/mail: 届きました .*250 taken/);
  });

  it('by a deadline’s reminder, with its way to other channels, before and after it went', async () => {
    const to = '2023-12-01T09:00:00+09:00';
    const move = { as: 'dx-ito', body: { to, requestId: 'evidence/clock', post: 'dx-office' } };
    const { fired } = await town.answered(clockMoved, 'POST', path('/clock'), move);
    expect(fired).toBeGreaterThan(0);
    const { items } = await town.answered(entryPage, 'GET', path('/entries?limit=200'), { as: auditor });
    const reminder = items.find(({ actor, system }) => actor.kind === 'timer' && system !== null);
    if (!reminder) throw new Error('no reminder was recorded');
    const at = `/systems/${reminder.system}/entries/${reminder.seq}`;
    await read('dx-ito', reminder.chain, reminder.seq);
    const before = await evidenceOf(at);
    expect(before).toMatchObject({ seenVersion: null, signedBy: null, grants: [] });
    const office = ({ told }: EntryEvidence) => told.filter(({ post }) => post === 'dx-office');
    expect(office(before)).toMatchObject([
      {
        code: expect.stringMatching(/^deadline\./),
        persons: [
          { account: 'dx-ito', heldThen: true, readAt: expect.any(String) },
          { account: 'dx-tanaka', heldThen: true, readAt: null },
        ],
        deliveries: [{ channel: 'log', attempts: 0, deliveredAt: null }],
      },
    ]);
    const { outbox } = town.parts.ledger;
    const delivery = { outbox, sinks: { log: async () => undefined }, onTrouble: () => undefined };
    while ((await deliverDue(delivery)) > 0);
    const delivered = [{ channel: 'log', attempts: 1, deliveredAt: expect.any(String) }];
    expect(office(await evidenceOf(at)).map(({ deliveries }) => deliveries)).toEqual([delivered]);
  }, 120_000);

  it('is measured by the day it was told: a grant that has run out since counts, one to come does not', async () => {
    const list = path('/systems/nenkin/entries?type=phase.submitted');
    const { items } = await town.answered(entryPage, 'GET', list, { as: auditor });
    expect(items.map(({ type }) => type)).toEqual(['phase.submitted']);
    const { told } = await evidenceOf(`/systems/nenkin/entries/${items[0]?.seq}`);
    const accounts = told.flatMap(({ persons }) => persons.map(({ account }) => account));
    expect(accounts).toContain('bukai-abe');
    expect(accounts).toContain('bukai-oda');
    expect(accounts).not.toContain('bukai-mori');
  });
});

describe('the programme’s own chain', () => {
  it('is read in the same way, an administrator’s grant by the real calendar', async () => {
    const { items } = await town.answered(entryPage, 'GET', path('/entries?type=post.ended'), {
      as: auditor,
    });
    const { grants, told, system } = await evidenceOf(`/entries/${items[0]?.seq}`);
    expect([system, told]).toEqual([null, []]);
    expect(grants).toMatchObject([
      { until: PLANNED_UNTIL, grantedBy: 'loading', heldOn: { recorded: true, occurred: true } },
    ]);
  });
});

describe('it is refused', () => {
  it('to whoever does not audit, also in a post of that system', async () => {
    for (const as of ['dx-ito', 'fukushi-watanabe', 'bukai-kobayashi']) {
      const refused = await town.refused('GET', path('/systems/kokuho/entries/1'), { as });
      expect([as, refused.status, refused.code]).toEqual([as, 403, 'forbidden']);
    }
    expect((await town.refused('GET', path('/entries/1'), { as: 'dx-ito' })).status).toBe(403);
  });

  it('for a number that is not there, with the last that is', async () => {
    const { row } = await town.answered(systemView, 'GET', path('/systems/kokuho'), { as: auditor });
    const missing = await town.refused('GET', path('/systems/kokuho/entries/999999999'), { as: auditor });
    expect(missing).toMatchObject({
      status: 404,
      code: 'noSuchEntry',
      facts: { seq: 999_999_999, last: row.version },
    });
    expect((await town.refused('GET', path('/entries/999999'), { as: auditor })).code).toBe('noSuchEntry');
  });

  it.each(['0', '-1', '1.5', '01', '1e2', 'last', '%EF%BC%91', '9999999999'])(
    'for %s, which is no number of an entry, with what would be',
    async (seq) => {
      const refused = await town.refused('GET', path(`/systems/kokuho/entries/${seq}`), { as: auditor });
      expect([refused.status, refused.issues?.[0]?.field]).toEqual([422, 'seq']);
      expect(refused.issues?.[0]?.expected?.ja).toContain('記録の番号');
    },
  );
});

it('who looked at which entry stands in the access log', async () => {
  const log = path('/access-log?what=entries&account=kansa-mori&system=kouki');
  const { items } = await town.answered(accessPage, 'GET', log, { as: auditor });
  const { seq } = await evidenceOf('/systems/kouki/entries/1');
  const after = await town.answered(accessPage, 'GET', log, { as: auditor });
  expect(after.items.length).toBe(items.length + 1);
  expect(after.items[0]).toMatchObject({ detail: { seq: String(seq) } });
});
