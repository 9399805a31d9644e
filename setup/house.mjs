// @ts-check
// How the house stands, as numbers with bounds: in how many files a kind of act is named, how many files a folder holds,
// and words that must mean one thing. Run by `npm run verify`. Reads what git keeps; knows no language's syntax.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './program.mjs';

const ACT_SPREAD = { mean: 5, most: 8 };
const FOLDER_MOST = 18;

/**
 * Declared names that would give a word a second meaning, and where the one meaning lives. `standing`: where a migration
 * stands. `step`: one of the 40 national steps; a machine's taking of an event is `step` of machines alone.
 * @type {{ word: string, declares: RegExp, only: RegExp }[]}
 */
const WORDS = [
  {
    word: 'standing',
    declares: /(?:interface|type|class|function|const) (?:s|S)tanding\b/g,
    only: /^machines\/migration\/state\.ts$/,
  },
  {
    word: 'step',
    declares: /(?:interface|type|class) Step\b/g,
    only: /^machines\//,
  },
];

/** @typedef {{ name: string, text: string }} Source */

/** @returns {Source[]} every source file that git keeps, tests left out */
function sources() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .split('\n')
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.startsWith('tests/') && !name.endsWith('.d.ts'))
    .filter((name) => existsSync(join(projectFolder, name)))
    .map((name) => ({ name, text: readFileSync(join(projectFolder, name), 'utf8') }));
}

/** @param {Source[]} files @returns {{ act: string, files: string[] }[]} most spread first */
export function spreadOf(files) {
  const acts = new Set(
    files
      .filter(({ name }) => name.startsWith('machines/'))
      .flatMap(({ text }) =>
        [...text.matchAll(/z\.literal\('([a-z]\w*\.[a-z]\w*)'\)/g)].map(([, act]) => act),
      ),
  );
  return [...acts]
    .map((act) => ({
      act: String(act),
      files: files
        .filter(({ text }) => [`'${act}'`, `"${act}"`, `\`${act}\``].some((quoted) => text.includes(quoted)))
        .map(({ name }) => name),
    }))
    .sort((a, b) => b.files.length - a.files.length);
}

/** @param {Source[]} files @returns {string[]} one line for each bound that does not hold */
export function complaints(files) {
  const spread = spreadOf(files);
  const mean = spread.reduce((sum, act) => sum + act.files.length, 0) / Math.max(1, spread.length);
  /** @type {Map<string, number>} */
  const folders = new Map();
  for (const { name } of files) folders.set(dirname(name), (folders.get(dirname(name)) ?? 0) + 1);
  return [
    ...(spread.length === 0 ? ['no act was found: the count says nothing'] : []),
    ...(mean > ACT_SPREAD.mean
      ? [`acts are named in ${mean.toFixed(1)} files on average, more than ${ACT_SPREAD.mean}`]
      : []),
    ...spread
      .filter((act) => act.files.length > ACT_SPREAD.most)
      .map(({ act, files: named }) => `${act} is named in ${named.length} files: ${named.join(', ')}`),
    ...[...folders]
      .filter(([, count]) => count > FOLDER_MOST)
      .map(([folder, count]) => `${folder} holds ${count} files, more than ${FOLDER_MOST}`),
    ...WORDS.flatMap(({ word, declares, only }) =>
      files
        .filter(({ name, text }) => !only.test(name) && text.match(declares))
        .map(({ name }) => `${name} gives "${word}" a second meaning`),
    ),
  ];
}

/** @returns {boolean} */
export function houseStands() {
  const files = sources();
  const spread = spreadOf(files);
  const mean = spread.reduce((sum, act) => sum + act.files.length, 0) / Math.max(1, spread.length);
  console.log(
    `      acts ${spread.length}: named in ${mean.toFixed(1)} files on average, ${spread[0]?.files.length ?? 0} at most`,
  );
  const found = complaints(files);
  for (const line of found) console.log(`      ${line}`);
  return found.length === 0;
}

if (process.argv[1] === new URL(import.meta.url).pathname) process.exitCode = houseStands() ? 0 : 1;
