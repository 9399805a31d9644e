// A starting programme for another municipality loads as it is written.
import { describe, expect, it } from 'vitest';
import { type MadeProgramme, newProgramme } from '../../seeds/new-programme.ts';
import { readSeed } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { folder, problemsOf, soundSeed } from './folder.ts';
import { holders, startOf, Walker } from './walker.ts';

const template = await readSeedFolder(folder('template'));
const shibuya = { code: '131130', name: '渋谷区', today: '2026-11-24' };

function filesOf(made: MadeProgramme) {
  if (made.status !== 'made') throw new Error(made.refusal.code);
  return made.files;
}

describe('a new programme', () => {
  it('loads at once, without a remark, under its own code and name', () => {
    const outcome = readSeed(filesOf(newProgramme(template, shibuya)));
    expect(outcome).toMatchObject({
      status: 'sound',
      warnings: [],
      seed: { programme: { code: '131130', name: { ja: '渋谷区', en: '渋谷区' }, rehearsal: true } },
    });
  });

  it('leaves no placeholder behind and takes an English name', () => {
    const files = filesOf(newProgramme(template, { ...shibuya, nameEn: 'Shibuya City' }));
    expect(files.filter(({ text }) => text.includes('{{'))).toEqual([]);
    expect(soundSeed(files).programme.name.en).toBe('Shibuya City');
  });

  it('starts every system in the first phase, with nothing behind it', () => {
    const seed = soundSeed(filesOf(newProgramme(template, shibuya)));
    expect(seed.migrations).toHaveLength(8);
    for (const { system } of seed.migrations)
      expect(startOf(seed, system.id).phase).toMatch(/^(preparation|requirements)$/);
    expect(Object.values(seed.history.migrations).flat()).toEqual([]);
  });

  it.each([
    ['2024-06-01', '2020', '2031'],
    ['2026-11-24', '2022', '2031'],
    ['2030-04-01', '2026', '2035'],
  ])('begun on %s has the holidays of the years around it: %s to %s', (today, first, last) => {
    const files = filesOf(newProgramme(template, { ...shibuya, today }));
    const calendar = files.find(({ path }) => path === 'calendar.yaml')?.text ?? '';
    expect(calendar).toContain(`firstYear: ${first}\nlastYear: ${last}\n`);
    expect(calendar).toContain(`{ on: ${first}-01-01, name: 元日 }`);
    expect(calendar).toContain(`{ on: ${last}-11-23, name: 勤労感謝の日 }`);
    expect(calendar).not.toContain(`{ on: ${Number(last) + 1}-`);
    expect(readSeed(files)).toMatchObject({ status: 'sound', warnings: [] });
  });

  it('is not made for a code that cannot be', () => {
    expect(newProgramme(template, { ...shibuya, code: '131131' })).toEqual({
      status: 'refused',
      refusal: { code: 'code.checkDigit', right: '131130' },
    });
    expect(newProgramme(template, { ...shibuya, code: '13113' })).toMatchObject({ status: 'refused' });
    const unreadable = ['\u200b', 'a\u2028b', 'a\0', '市\ufffd', 'a\u001b[2J', '市'.repeat(201)];
    for (const name of ["a'b", 'a"b', 'a\\b', '{{code}}', ' ', 'a\nb', ...unreadable])
      expect(newProgramme(template, { ...shibuya, name })).toMatchObject({ status: 'refused' });
  });

  it('takes no contract of a year for which nothing was voted, of any of its systems', () => {
    const seed = soundSeed(filesOf(newProgramme(template, shibuya)));
    const contract = {
      type: 'contract.recorded' as const,
      vendor: 'A社',
      amounts: [{ fiscalYear: 2027, amountYen: 1000 }],
      totalYen: 1000,
      continuesInto: [],
    };
    for (const { system } of seed.migrations) {
      const walker = new Walker(seed, system.id);
      while (walker.phase.id !== 'rfp') walker.pass();
      const [clerk = ''] = holders(seed, 'contracts-division', system.id);
      const by = { kind: 'person' as const, account: clerk, name: clerk, post: 'contracts-division' };
      expect(walker.refusals(contract, by)).toEqual(['contract.yearUncovered']);
      const [finance = ''] = holders(seed, 'finance-division', system.id);
      walker.act({ type: 'budget.voted', fiscalYear: 2027 }, finance, 'finance-division');
      expect(walker.refusals(contract, by)).toEqual([]);
    }
  });

  it('is no programme before it is filled in', () => {
    expect(problemsOf(template).map(({ field }) => field)).toContain('code');
  });
});
