// The same folder as a real programme, as a rehearsal, and as a rehearsal beside the real one: whose it is and who takes part differ, and
// nothing else.
import { describe, expect, it } from 'vitest';
import { municipalityCode, programmeKey, programmeKeyForm } from '../../machines/record/chain.ts';
import { altered, soundSeed } from './folder.ts';

const plain = soundSeed(altered('programme.yaml', 'rehearsal: true', 'rehearsal: true'));
const marked = soundSeed(altered('programme.yaml', 'rehearsal: true', 'rehearsal: { as: r }'));

describe('a rehearsal that stands beside the real programme', () => {
  it('has a key of its own, which its migrations name too', () => {
    expect(marked.programme).toEqual({ ...plain.programme, code: '131121-r', rehearsal: true });
    expect(marked.migrations).toEqual(
      plain.migrations.map((one) => ({ ...one, programme: { ...one.programme, code: '131121-r' } })),
    );
    expect(marked.history).toEqual(plain.history);
  });

  it('has people whose accounts bear its mark', () => {
    expect(marked.accounts).toEqual(plain.accounts.map((one) => ({ ...one, account: `${one.account}-r` })));
  });

  it('is of the same municipality', () => {
    const key = programmeKey('131121', 'r');
    expect([key, municipalityCode(key), municipalityCode('131121')]).toEqual([
      '131121-r',
      '131121',
      '131121',
    ]);
    for (const other of ['131121-', '131121-R', '131121-r-2', '131121-123456789', '13112-r', '131121/r'])
      expect([other, programmeKeyForm.test(other)]).toEqual([other, false]);
  });
});
