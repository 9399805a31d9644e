// The entries under a row of a report, and the record searched: as many as there are of what is shown, however much of it is hidden.
import { expect, it } from 'vitest';
import type { EntryFilter } from '../../ledger/chain/entries.ts';
import type { PageRequest } from '../../ledger/models/cursor.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { ProgrammeAtHand } from '../../server/http/request.ts';
import type { ServerParts } from '../../server/parts.ts';
import { shownEntries } from '../../server/routes/auditing/shown.ts';
import { entriesUnder } from '../../server/routes/reports/resting.ts';

const code = '131121';

/** Of the programme's own chain, newest first; those of another system are not shown to whoever sees this one. */
function entryAt(seq: number, system: string, chain = code) {
  const fact = {
    type: 'occurrence.recorded',
    id: 'notice',
    kind: 'notice',
    title: { ja: '通知', en: 'a notice' },
    about: [{ system }],
  };
  const actor = { kind: 'person', account: 'dx-tanaka', name: '田中', post: 'dx-office' };
  const recordedAt = `2024-01-01T09:00:${String(seq % 60).padStart(2, '0')}+09:00`;
  const body = {
    chain,
    seq,
    fact,
    actor,
    occurredOn: '2024-01-01',
    recordedAt,
    wallAt: recordedAt,
    requestId: `r/${seq}`,
  };
  return { body: JSON.stringify(body), hash: `${seq}` };
}

/** A record that holds just these; counts how often it is asked which systems there are. */
function recordOf(entries: ReturnType<typeof entryAt>[]) {
  const asked = { hiding: 0 };
  const ledger = {
    newestEntries: async (_filter: EntryFilter, { cursor, limit }: PageRequest) => {
      const from = cursor === undefined ? 0 : entries.findIndex((one) => cursorOf(one) === cursor) + 1;
      const items = entries.slice(from, from + limit);
      const last = items.at(-1);
      return { items, nextCursor: from + limit < entries.length && last ? cursorOf(last) : null };
    },
    definitions: {
      latestProgramme: async () => {
        asked.hiding += 1;
        return { systems: [] };
      },
      inForce: async () => null,
    },
    statesOn: async (chains: string[]) => {
      asked.hiding += 1;
      return chains.map((chain) => ({
        chain,
        definition: { path: { phases: [] } },
        snapshot: { value: { path: 'over', activity: 'active', regime: 'standard' }, context: {} },
      }));
    },
    phasesStood: async () => [],
    correctionPairs: async () => [],
    decidedInName: async () => [],
    fallenBy: async () => [],
    peopleCalled: async () => new Map(),
    entriesOfType: async () => [],
  };
  // Of what a server is made of, what these two ask for.
  const parts = { ledger, systemNames: async () => new Map() } as unknown as ServerParts;
  return { parts, asked };
}
const cursorOf = (entry: { hash: string }) => entry.hash;

const viewer = { account: 'kansa', held: [{ post: 'contracts-division', system: 'juki' }] };
// Of a programme at hand, what a row is asked with.
const at = {
  definition: { code, bodies: [], systems: ['juki', 'zei'] },
  viewer,
} as unknown as ProgrammeAtHand;
const under = (parts: ServerParts) =>
  entriesUnder(parts, at, {
    row: { key: 'notice', systems: [], cells: [] },
    section: 'movements',
    made: { setting: { asOf: null, by: null } },
    upTo: null,
  });

const run = (from: number, count: number, system: string) =>
  Array.from({ length: count }, (_, index) => entryAt(from - index, system));

it('a row has all its entries that are shown, behind however many that are hidden, and no more is said of those', async () => {
  const { parts } = recordOf([...run(1000, 450, 'zei'), ...run(550, 5, 'juki'), ...run(545, 300, 'zei')]);
  const { entries, more } = await under(parts);
  expect([entries.map(({ seq }) => seq), more]).toEqual([[550, 549, 548, 547, 546], false]);
});

it('a row of more than a page says so where the next one is shown too', async () => {
  const { parts } = recordOf(run(1000, 201, 'juki'));
  const { entries, more } = await under(parts);
  expect([entries.length, more]).toEqual([200, true]);
  const whole = await under(recordOf([...run(1000, 200, 'juki'), ...run(800, 100, 'zei')]).parts);
  expect([whole.entries.length, whole.more]).toEqual([200, false]);
});

it('what is hidden is asked of each chain once, however far a search looks', async () => {
  const { parts, asked } = recordOf(
    Array.from({ length: 900 }, (_, index) => entryAt(1000 - index, 'zei', `${code}/juki`)),
  );
  const filter = { programme: code };
  const page = await shownEntries(
    parts.ledger,
    viewer,
    filter,
    { cursor: undefined, limit: 5 },
    {
      isWanted: (body) => body.seq < 200,
    },
  );
  expect(page.items.map((entry) => bodyOf(entry).seq)).toEqual([199, 198, 197, 196, 195]);
  expect(asked.hiding).toBe(1);
});
