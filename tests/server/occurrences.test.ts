// A deadline counted from an occurrence, on real servers: armed when it is recorded, counted again when it is put right, shown and
// caught up with where an amendment counts from it later; every day is still seen as it was.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chainOf } from '../../machines/record/chain.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { amendmentList, amendmentPreview, proposed } from '../../server/contract/amendments.ts';
import { submitted } from '../../server/contract/entries.ts';
import { programmeView } from '../../server/contract/programmes.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { occurrencePreview } from '../../server/contract/settings/occurrences.ts';
import type { SeedFile } from '../../server/intake/read-seed.ts';
import { filesOf, openTown, type Town } from './town.ts';

let town: Town;
let requests = 0;
beforeAll(async () => {
  town = await openTown();
}, 240_000);
afterAll(() => town?.close());

const requestId = () => {
  requests += 1;
  return `occurrences/${requests}`;
};
const at = (rest: string) => `/programmes/${town.code}${rest}`;

const counted = (id: string, systems: string) => `
  - id: ${id}
    label: { ja: 公布後の届出, en: filing after promulgation }
    basis: 条例の附則
    appliesTo: { systems: [${systems}] }
    rule: { kind: forward, anchor: { occurrence: promulgation }, length: 30, unit: days }
    roll: none
    at: "17:15"
    metBy: wentLive
    hard: false
    extendableBy: []
    reminders: [-7, 0]
    to: [dx-office]
`;
const NAMED =
  'occurrences:\n  - { id: promulgation, label: { ja: 条例の公布, en: ordinance promulgated } }\n';

const folder = (version: number, deadlines: string): SeedFile[] =>
  filesOf(town.code)
    .filter(({ path }) => path !== 'history.yaml')
    .map(({ path, text }) => {
      if (path === 'programme.yaml')
        return { path, text: `${text.replace(/^version: \d+/m, `version: ${version}`)}\n${NAMED}` };
      return path === 'deadlines.yaml' ? { path, text: text + deadlines } : { path, text };
    });

const send = (as: string, fact: object, occurredOn: string, post = 'dx-office') => ({
  as,
  body: { fact, post, occurredOn, seenVersion: 0, requestId: requestId() },
});
const recorded = (id: string) => ({
  type: 'occurrence.recorded',
  id,
  title: { ja: '条例の公布', en: 'ordinance promulgated' },
  kind: 'notice',
});
const corrected = (on: string | null) => ({
  type: 'occurrence.corrected',
  id: 'promulgation',
  on,
  reason: '公報の日付',
});

async function adopted(files: SeedFile[]): Promise<void> {
  const { number } = await town.answered(proposed, 'POST', at('/amendments'), {
    as: 'dx-tanaka',
    body: { wanted: { files }, reason: '届出の期限', post: 'dx-office', requestId: requestId() },
  });
  for (const as of ['iin-yoshida', 'iin-yamada'])
    await town.answered(
      submitted,
      'POST',
      at('/events'),
      send(as, { type: 'amendment.approved', amendment: number }, '2023-11-16', 'promotion-committee'),
    );
  await vi.waitFor(async () => {
    const { items } = await town.answered(amendmentList, 'GET', at('/amendments'), { as: 'dx-ito' });
    expect(items.find((one) => one.number === number)?.status).toBe('adopted');
  }, 60_000);
}

async function due(system: string, deadline: string): Promise<string | null | undefined> {
  const state = await town.rig.ledger.state(chainOf(town.code, system));
  return state?.snapshot.context.deadlines[deadline]?.dueOn;
}
const dueThen = async (day: string, by: 'recorded' | 'occurred') =>
  (await town.rig.ledger.stateOn(chainOf(town.code, 'juki'), day, by))?.snapshot.context.deadlines.filing
    ?.dueOn ?? null;

const foreseen = async (on: string | null) => {
  const body = { id: 'promulgation', on };
  const asked = { as: 'dx-ito', body };
  const { moved } = await town.answered(occurrencePreview, 'POST', at('/occurrences/preview'), asked);
  return moved.map(({ system, deadline, was, dueOn }) => [system, deadline, was, dueOn]);
};

describe('a deadline counted from an occurrence', () => {
  it('waits, and is counted in the same answer in which the occurrence is recorded', async () => {
    await adopted(folder(2, counted('filing', 'juki')));
    await vi.waitFor(async () => expect(await due('juki', 'filing')).toBeNull(), 30_000);
    const unknown = await town.refused(
      'POST',
      at('/events'),
      send('dx-ito', recorded('promulgated'), '2023-11-10'),
    );
    expect(JSON.stringify(unknown)).toContain('promulgation');
    const other = await town.refused('POST', at('/occurrences/preview'), {
      as: 'dx-ito',
      body: { id: 'promulgated', on: '2023-11-10' },
    });
    expect(other.issues?.[0]?.expected?.ja).toContain('条例の公布');
    expect(await foreseen('2023-11-10')).toEqual([['juki', 'filing', null, '2023-12-10']]);
    expect(await due('juki', 'filing')).toBeNull();
    await town.answered(
      submitted,
      'POST',
      at('/events'),
      send('dx-ito', recorded('promulgation'), '2023-11-10'),
    );
    expect(await due('juki', 'filing')).toBe('2023-12-10');
    const view = await town.answered(programmeView, 'GET', at(''), { as: 'dx-ito' });
    expect(view.namedOccurrences.map(({ id, on }) => [id, on])).toEqual([['promulgation', '2023-11-10']]);
  });

  it('is counted again where the occurrence is put right by another, and each day is seen as it was', async () => {
    await town.answered(clockMoved, 'POST', at('/clock'), {
      as: 'dx-ito',
      body: { to: '2023-11-20T09:00:00+09:00', post: 'dx-office', requestId: requestId() },
    });
    const own = await town.refused(
      'POST',
      at('/events'),
      send('dx-ito', corrected('2023-11-18'), '2023-11-20'),
    );
    expect(own.code).toContain('refused');
    await town.answered(
      submitted,
      'POST',
      at('/events'),
      send('dx-tanaka', corrected('2023-11-18'), '2023-11-20'),
    );
    expect(await due('juki', 'filing')).toBe('2023-12-18');
    // What was believed then; and what was true then, as it is known now.
    expect(await dueThen('2023-11-17', 'recorded')).toBe('2023-12-10');
    expect(await dueThen('2023-11-20', 'recorded')).toBe('2023-12-18');
    expect(await dueThen('2023-11-17', 'occurred')).toBeNull();
    expect(await dueThen('2023-11-18', 'occurred')).toBe('2023-12-18');
  });

  it('is shown beforehand, and caught up with, where an amendment counts from what has happened', async () => {
    const files = folder(3, counted('filing', 'juki, kouki'));
    const shown = await town.answered(amendmentPreview, 'POST', at('/amendments/preview'), {
      as: 'dx-ito',
      body: { files },
    });
    const moved = shown.migrations
      .filter(({ system }) => system === 'kouki')
      .flatMap(({ deadlines }) => deadlines.map(({ deadline, change, dueOn }) => [deadline, change, dueOn]));
    expect(moved).toEqual([['filing', 'new', '2023-12-18']]);
    await adopted(files);
    await vi.waitFor(async () => expect(await due('kouki', 'filing')).toBe('2023-12-18'), 30_000);
    const told = (await town.rig.ledger.entries(chainOf(town.code, 'kouki'), 0, 1_000))
      .map(bodyOf)
      .filter(({ fact }) => fact.type === 'occurrence.told');
    // Of what was put right before it waited for it, it hears once.
    expect(told.map(({ occurredOn }) => occurredOn)).toEqual(['2023-11-18']);
  });

  it('stands proven by the record', async () => {
    const { ok, firstWrong } = await town.rig.ledger.verify({ programme: town.code, decide: true });
    expect([ok, firstWrong]).toEqual([true, null]);
  });
});
