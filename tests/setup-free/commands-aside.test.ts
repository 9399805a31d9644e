// A command stands in brackets of its own in whatever a page or a letter says, so that both can leave it out and the sentence still stands.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageFolder } from '../../ledger/package-folder.ts';
import { withoutCommands } from '../../texts/commands.ts';

/** Of files alone, which are read beside a command line: what a folder may hold, what is wrong in one. */
const OF_FILES = /^texts\/(?:reference|seed)\//;

it('a sentence goes without the command in its brackets, and otherwise stays', () => {
  for (const [whole, left] of [
    ['先に出席を登録してください（sekimori meeting present）。', '先に出席を登録してください。'],
    ['Record who is present first (sekimori meeting present).', 'Record who is present first.'],
    ['置くか（sekimori deputy appoint、sekimori people grant）、見直す。', '置くか、見直す。'],
    ['会計（令和5年度）を確かめる。', '会計（令和5年度）を確かめる。'],
    ['期間（npx sekimori busy record）と職（長）', '期間と職（長）'],
  ] as const)
    expect(withoutCommands(whole)).toBe(left);
});

it('no sentence needs its command to be understood', () => {
  const files = ['texts', 'server/http/problem', 'server/contract']
    .flatMap((folder) =>
      readdirSync(join(packageFolder(), folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.ts'));
  const left = files
    .filter((file) => !OF_FILES.test(file))
    .flatMap((file) => readFileSync(join(packageFolder(), file), 'utf8').split('\n'))
    .filter((line) => !line.trimStart().startsWith('/') && /sekimori [a-z]/.test(withoutCommands(line)));
  expect(left).toEqual([]);
  expect(files.length).toBeGreaterThan(80);
});
