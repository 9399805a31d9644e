// What somebody should look to in time: who is lacking today, what stops on the day after grants end, calendars not fixed for long.
import { describe, expect, it } from 'vitest';
import { votesOfGates } from '../../../machines/migration/gate/work-ahead.ts';
import { ahead, type Prospect } from '../../../machines/programme/ahead/ahead.ts';
import type { Work } from '../../../machines/programme/transfer/foresee.ts';
import { programmeNames } from '../../../texts/names.ts';
import { aheadText } from '../../../texts/telling/ahead-texts.ts';
import { definition } from '../../builders/migration.ts';
import { City, city } from './city.ts';

const juki: Work = {
  system: 'juki',
  phase: 'rfp',
  owners: ['dx-office'],
  approvals: [
    { phase: 'rfp', body: 'section-chief', quorum: 1 },
    { phase: 'rfp', body: 'committee', quorum: 2 },
  ],
  drafters: [],
};
const END = '2027-03-31';
/** Every post held until the end of the fiscal year. */
const year = () =>
  new City('kato', 'sato', 'ito', 'abe')
    .give('kato', 'section-chief', '2026-04-01', END)
    .give('sato', 'dx-office', '2026-04-01', END)
    .give('ito', 'committee', '2026-04-01', END)
    .give('abe', 'committee', '2026-04-01', END);
const fixed = { id: 'setagaya', version: '2027-02', provisionalFrom: '2029-01-01' };
const seen = (town: City, day: string, more: Partial<Prospect> = {}) =>
  ahead({
    definition: { ...city, rehearsal: true },
    powers: town.powers,
    gates: [{ body: 'committee', quorum: 2 }],
    works: [juki],
    calendars: [fixed],
    days: { programme: day, real: day },
    ...more,
  });

describe('ahead', () => {
  it('there is nothing while posts are held for longer than a month and holidays are fixed for longer than a year', () => {
    expect(seen(year(), '2027-02-28')).toEqual([]);
  });

  it('from thirty days on, what stops after the last day of grants that nobody follows is told, once, with its day', () => {
    const found = seen(year(), '2027-03-01');
    expect(found.map((one) => one.code === 'ends' && [one.on, one.found.code])).toEqual([
      ['2027-04-01', 'vacant'],
      ['2027-04-01', 'vacant'],
      ['2027-04-01', 'work'],
    ]);
  });

  it('whoever is followed is not told of, nor whose post nobody asks for', () => {
    const town = year()
      .give('ito', 'section-chief', '2027-04-01', '2028-03-31')
      .give('sato', 'dx-office', '2027-04-01', '2028-03-31')
      .give('ito', 'committee', '2027-04-01', '2028-03-31');
    expect(seen(town, '2027-03-31')).toMatchObject([
      { code: 'ends', on: '2027-04-01', found: { code: 'quorum', body: 'committee', have: 1 } },
    ]);
    expect(seen(town, '2027-03-31', { works: [] })).toEqual([]);
  });

  it('what lacks today is told as lacking, and not as an end besides', () => {
    const town = new City('kato', 'sato', 'ito')
      .give('sato', 'dx-office', '2026-04-01', '2028-03-31')
      .give('ito', 'committee', '2026-04-01', '2028-03-31')
      .give('kato', 'dx-office', '2026-04-01', END);
    expect(seen(town, '2027-03-15')).toEqual([
      { code: 'lack', lack: { code: 'post.vacant', post: 'section-chief' } },
      { code: 'lack', lack: { code: 'body.belowQuorum', post: 'committee', held: 1, needed: 2 } },
    ]);
  });

  it('a term that ends within thirty days is told, with the gates that lie ahead of it; one that is over, while it is asked', () => {
    const bodies = city.bodies.map((body) =>
      body.id === 'committee' ? { ...body, term: { until: '2026-12-31' } } : body,
    );
    const termed = (day: string, works = [juki]) =>
      seen(year(), day, { definition: { bodies, rehearsal: true }, works }).filter(
        ({ code }) => code === 'term',
      );
    const told = { code: 'term', body: 'committee', until: '2026-12-31' };
    const gates = [{ system: 'juki', phase: 'rfp' }];
    expect(termed('2026-11-30')).toEqual([]);
    expect(termed('2026-12-01')).toEqual([{ ...told, gates }]);
    expect(termed('2026-12-31', [])).toEqual([{ ...told, gates: [] }]);
    expect(termed('2027-01-01')).toEqual([{ ...told, gates }]);
    expect(termed('2027-01-01', [])).toEqual([]);
    const names = programmeNames(city.bodies, new Map([['juki', { ja: '住記', en: 'Residents' }]]));
    const { ja, en } = aheadText({ ...told, code: 'term', gates }, names);
    expect(ja).toContain('令和8年12月31日に終わります');
    expect(ja).toContain('住記');
    expect(en).toContain('31 December 2026');
  });

  it.each<[string, string, number]>([
    ['a year before', '2028-01-02', 1],
    ['and a day', '2028-01-01', 0],
    ['after', '2029-06-01', 1],
  ])('a calendar whose holidays are not fixed any more is told: %s', (_what, day, count) => {
    const found = seen(new City('a'), day, {
      definition: { bodies: [], rehearsal: true },
      works: [],
      calendars: [fixed, fixed],
    });
    expect(found).toHaveLength(count);
    for (const one of found) expect(one).toMatchObject({ code: 'calendar', fixedUntil: '2028-12-31' });
  });

  it('it is told by what posts are called', () => {
    const names = programmeNames(city.bodies, new Map());
    const calendars = [{ ...fixed, provisionalFrom: '2027-05-01' }];
    const texts = seen(year(), '2027-03-10', { calendars }).map((one) => aheadText(one, names));
    expect(texts).toHaveLength(4);
    expect(texts[0]?.ja).toContain('情報政策課長');
    expect(texts[3]?.ja).toContain('暦「setagaya」');
    for (const { ja, en } of texts) expect(`${ja}${en}`).not.toMatch(/undefined|section-chief/u);
  });

  it('a majority is as many as the members make it', () => {
    const { path, bodies } = definition();
    const halves = {
      ...path,
      phases: path.phases.map((phase) =>
        phase.gate
          ? {
              ...phase,
              gate: {
                ...phase.gate,
                approvals: [{ body: 'promotion-committee', quorum: 'majority' as const }],
              },
            }
          : phase,
      ),
    };
    const asked = votesOfGates(halves, [
      ...bodies.filter(({ id }) => id !== 'promotion-committee'),
      { id: 'promotion-committee', label: { ja: '会', en: 'c' }, members: 7 },
    ]);
    expect(new Set(asked.map(({ quorum }) => quorum))).toEqual(new Set([4]));
  });
});
