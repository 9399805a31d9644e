// @ts-check
// How the house stands, as numbers with bounds: in how many files a kind of act is named, how many files a folder holds,
// and words that must mean one thing. Run by `npm run verify`. Reads what git keeps; knows no language's syntax.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './program.mjs';

const ACT_SPREAD = { mean: 5, most: 8 };
const FOLDER_MOST = 18;

/** What a file says that speaks of the 40: their list, their statuses, those of a phase or a condition, their acts. */
const NATIONAL =
  /national.?(?:step|sheet)|step\.unmapped|stepStatus|stepId|ステップ|対象外|'steps'|steps\.recorded|(?:phase|condition|context)\.steps\b|\/steps[./]/i;

/**
 * Names in code that would give a word a second meaning, and where the one meaning is at home: a file of that name, or one
 * that says what it speaks of. `standing`: where a migration stands. `step`: one of the 40 national steps.
 * @type {{ word: string, named: RegExp, home: (file: Source) => boolean }[]}
 */
const WORDS = [
  {
    word: 'standing',
    named: /(?:interface|type|class|function|const) (?:s|S)tanding\b/,
    home: ({ name }) => name === 'machines/migration/state.ts',
  },
  {
    word: 'step',
    named: /(?:interface|type|class|function) [sS]tep\b|\bstep(?:\(|: \()/,
    home: () => false,
  },
  {
    word: 'step',
    named: /(?:\b|[a-z])(?:[sS]tep|Step)s?(?:\b|[A-Z])/,
    home: ({ text }) => NATIONAL.test(text),
  },
];

/**
 * What is done in one place alone: entries are read by one reader, events are taken by the machines' own players.
 * @type {{ does: string, done: RegExp, only: RegExp }[]}
 */
const ONCE = [
  {
    does: 'reads an entry by itself',
    done: /JSON\.parse\([^;]*\) as (?:EntryBody|Effect\[\]|\w*Snapshot)\b/,
    only: /^machines\/record\/reader\.ts$/,
  },
  {
    does: 'takes events by itself',
    done: /(?<![.\w])(?:transition|takeProgramme|take)\((?:machine|definition|of)\b/,
    only: /^machines\/(?:play\/|migration\/(?:migration|playable)\.ts|programme\/(?:programme|playable)\.ts)/,
  },
];

/** What is left of a text without its comments and its strings, roughly. @param {string} text */
const names = (text) =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '');

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
    ...WORDS.flatMap(({ word, named, home }) =>
      files
        .filter((file) => !home(file) && named.test(names(file.text)))
        .map(({ name }) => `${name} gives "${word}" a second meaning`),
    ),
    ...ONCE.flatMap(({ does, done, only }) =>
      files
        .filter(({ name, text }) => !only.test(name) && done.test(text))
        .map(({ name }) => `${name} ${does}`),
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
