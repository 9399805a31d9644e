// A secret asked of a person at a terminal: given, or given up, which is told in a sentence and never a stack.
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { CommandFailure } from '../../cli/failure.ts';
import { readHidden, withoutLineEnd } from '../../cli/session/read-hidden.ts';

const typed = (keys: string) => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  const shown: string[] = [];
  const asked = readHidden('Password: ', terminal, (text) => void shown.push(text));
  terminal.write(keys);
  return { asked, shown };
};

describe('at a terminal', () => {
  it('what was typed is read and not shown', async () => {
    const { asked, shown } = typed(' two words \r');
    expect(await asked).toBe(' two words ');
    expect(shown.join('')).toBe('Password: \n');
  });

  it.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
    ['Ctrl-C in the middle', 'sec\x03'],
  ])('%s is given up in a sentence', async (_, keys) => {
    const failure: unknown = await typed(keys).asked.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure).toMatchObject({ kind: 'wrongUse', text: { ja: expect.stringContaining('取り消され') } });
  });
});

it('from a pipe all of it is read, and no more than the end of its line is taken off', async () => {
  const pipe = new PassThrough();
  pipe.end(' a b \n');
  expect(withoutLineEnd(await readHidden('', pipe))).toBe(' a b ');
  expect([' x\r\n', 'x\n\n', 'x'].map(withoutLineEnd)).toEqual([' x', 'x\n', 'x']);
});
