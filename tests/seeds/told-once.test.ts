// What a folder lacks is told first and without what only follows from it; what is no YAML is told by its kind and place, in one language.
import { describe, expect, it } from 'vitest';
import { altered, problemsOf, setagayaFiles } from './folder.ts';

describe('a file of a path that is not there', () => {
  it('is told alone: that nothing it names is known follows', () => {
    const found = problemsOf(setagayaFiles.filter(({ path }) => path !== 'paths/wave-1.yaml'));
    expect(found.map(({ file, code }) => [file, code])).toEqual([['paths/wave-1.yaml', 'file.missing']]);
  });

  it('is told before what is wrong elsewhere; no list of what could stand there is empty', () => {
    const wrong = altered('calendar.yaml', 'version:', 'versoin:');
    const found = problemsOf(wrong.filter(({ path }) => path !== 'paths/wave-1.yaml'));
    expect(found[0]).toMatchObject({ file: 'paths/wave-1.yaml', code: 'file.missing' });
    expect(found.map(({ expected }) => expected.ja).join()).not.toMatch(/使える名前: (?:,|$)/);
    expect(found.length).toBeGreaterThan(1);
  });

  it('one path that one system alone misnames stays a name that is not known, with what is', () => {
    const found = problemsOf(altered('systems.yaml', 'path: wave-1', 'path: wave-9'));
    expect(found).toMatchObject([{ file: 'systems.yaml', code: 'id.unknown' }]);
  });
});

it('what is no YAML is told in Japanese by its kind, its line and its column', () => {
  const [found] = problemsOf(altered('calendar.yaml', 'version:', '\tversion: [1'));
  expect(found?.message.ja).toMatch(/^YAML として読めません（\d+行\d+列：[^a-zA-Z]+）$/);
  expect(found?.message.en).toMatch(/line \d+, column \d+: /);
});
