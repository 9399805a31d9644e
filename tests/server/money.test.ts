// Money over HTTP: an estimate, a budget, a contract that it covers, an amendment and a correction, and what the system's page, a past
// day, the report and its workbook then say.
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { correctionPairs } from '../../server/contract/auditing/pairs.ts';
import { correctionDraft } from '../../server/contract/corrections.ts';
import { submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { report } from '../../server/contract/reports/tables.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const [clerk, post] = ['keiyaku-kimura', 'contracts-division'];
const at = (rest = '') => `/programmes/${town.code}${rest}`;
const shown = (query = '') => town.answered(systemView, 'GET', at(`/systems/shougai${query}`), { as: clerk });
let requests = 0;
async function body(fact: object, in_ = post) {
  const { row } = await shown();
  requests += 1;
  return {
    fact,
    post: in_,
    occurredOn: '2023-11-16',
    requestId: `money/${requests}`,
    seenVersion: row.version,
  };
}
const send = async (fact: object, as = clerk, in_ = post) =>
  town.answered(submitted, 'POST', at('/systems/shougai/events'), { as, body: await body(fact, in_) });
const refused = async (fact: object) =>
  town.refused('POST', at('/systems/shougai/events'), { as: clerk, body: await body(fact) });

const contract = (yen: number) => ({
  type: 'contract.recorded',
  vendor: '甲社',
  amounts: [{ fiscalYear: 2023, amountYen: yen }],
  totalYen: yen,
  continuesInto: [],
});

it('what is covered is taken, what is not is refused in words, and every view follows', async () => {
  const costs = (migrationYen: number) => [{ fiscalYear: 2023, migrationYen, operationYen: 10 }];
  const evidence = {
    kind: 'other',
    title: '見積書',
    sha256: 'd'.repeat(64),
    documentNo: '1',
    decidedOn: '2023-11-16',
  };
  const estimate = { type: 'estimate.recorded', estimateKind: 'rough', vendor: '甲社', evidence };
  await send({ ...estimate, no: 1, costs: costs(90) });
  await send({ ...estimate, no: 2, costs: costs(115), estimateKind: 'quote' });
  await send({ type: 'budget.voted', fiscalYear: 2023, migrationYen: 100, operationYen: 0 });
  const over = await refused(contract(101));
  expect(over.refusals?.map(({ code }) => code)).toEqual(['contract.overBudget']);
  expect(over.refusals?.[0]?.message.ja).toContain('1円超えています');
  const made = await send(contract(100));
  await send({
    type: 'contract.amended',
    no: 1,
    amounts: [{ fiscalYear: 2023, amountYen: 80 }],
    totalYen: 80,
    continuesInto: [],
    reason: '減額',
  });

  const { money, contract: now } = await shown();
  expect(now?.totalYen).toBe(80);
  expect(money.estimates[1]?.against?.variance).toMatchObject({ amountYen: 25, percent: '25', exact: true });
  expect(money.contract?.cover).toEqual([{ fiscalYear: 2023, amountYen: 80, votedYen: 100, limitYen: null }]);
  expect((await shown('?asOf=2023-11-15&by=occurred')).money.estimates).toEqual([]);

  const draft = await town.answered(
    correctionDraft,
    'GET',
    at(`/systems/shougai/entries/${made.seq}/correction`),
    { as: clerk },
  );
  const fact = {
    type: 'correction.proposed',
    entry: made.seq,
    was: draft.was,
    should: { fact: contract(99), occurredOn: draft.was.occurredOn, actor: draft.was.actor },
    reason: '誤記',
  };
  await send(fact);
  await send({ type: 'correction.approved', entry: made.seq }, 'zaisei-hayashi', 'finance-division');
  const { items } = await town.answered(correctionPairs, 'GET', at('/corrections'), { as: 'kansa-mori' });
  const [pair] = items.filter(({ entry }) => entry === made.seq);
  expect(pair).toMatchObject({
    system: 'shougai',
    status: 'approved',
    proposed: { reason: '誤記' },
    decided: { name: expect.stringContaining('林') },
  });
  expect(pair?.differs.map(({ field, wrong, right }) => [field.ja, wrong.ja, right.ja])).toContainEqual([
    '総額（円）',
    '100円',
    '99円',
  ]);
  const versions = (await shown()).money.contract?.versions;
  expect(versions?.map(({ totalYen, changeYen }) => [totalYen, changeYen])).toEqual([
    [99, 0],
    [80, -19],
  ]);

  const said = await town.answered(report, 'GET', at('/report'), { as: clerk });
  expect(said.contractVersions.filter(({ system }) => system === 'shougai')).toHaveLength(2);
  expect(said.budgets.find(({ system }) => system === 'shougai')).toMatchObject({
    votedYen: 100,
    contractYen: 80,
  });
  const book = await town.ask('GET', at('/report?format=xlsx'), { as: clerk });
  expect(Object.keys(unzipSync(new Uint8Array(await book.arrayBuffer())))).toContain(
    'xl/worksheets/sheet1.xml',
  );
});
