// The terms of a procurement in a file: read as it was saved, or refused with what is wrong with its bytes.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { termsFrom } from '../../cli/commands/procuring/terms-file.ts';
import { readText } from '../../cli/files.ts';
import { optionsOf } from '../../cli/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'terms-'));
const kept = (name: string, bytes: Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

it('text in CP932 is refused with its line and what it looks like, and nothing is read of it', () => {
  // `form: 公募` in CP932, in its second line.
  const cp932 = Buffer.from([...Buffer.from('title: a\nform: '), 0x8c, 0xf6, 0x95, 0xe5, 0x0a]);
  expect(() => termsFrom(kept('cp932.yaml', cp932), optionsOf({}))).toThrow(
    /no UTF-8 text \(line 2; it looks like CP932\)/,
  );
});

it('text in UTF-8 is read, with its mark or without', () => {
  expect(readText(kept('plain.yaml', Buffer.from('form: 公募')))).toBe('form: 公募');
  expect(readText(kept('marked.yaml', Buffer.from('\ufeffform: 公募')))).toBe('form: 公募');
});
