// @ts-check
// Finds Chromium for the browser tests, or installs Debian's where we may. Does not start it.
import { existsSync } from 'node:fs';
import { SetupFailure } from './in-order.mjs';
import { findProgram, isExecutable, lastLines, run } from './program.mjs';

const japaneseFonts = [
  '/usr/share/fonts/opentype/noto',
  '/usr/share/fonts/noto-cjk',
  '/usr/share/fonts/google-noto-cjk',
];

/** The Chromium that stands ready, or null. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new SetupFailure(
      `CHROMIUM_PATH（${named}）は実行できるファイルではありません。`,
      `CHROMIUM_PATH (${named}) is not an executable file.`,
    );
  }
  return findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome');
}

/** @param {import('./in-order.mjs').Say} say @returns {Promise<string>} */
export async function provideChromium(say) {
  const found = findChromium();
  const fonts = process.platform !== 'linux' || japaneseFonts.some((folder) => existsSync(folder));
  if (found && (fonts || process.env.CHROMIUM_PATH)) return found;
  const apt = findProgram('apt-get');
  if (!apt || process.getuid?.() !== 0) throw missing('');
  say('apt-get install chromium fonts-noto-cjk: 初回は数分かかります / takes a few minutes, once');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const began = Date.now();
  const onWait = () => say(`… apt-get ${Math.round((Date.now() - began) / 1000)} s`);
  const update = await run(apt, ['update', '-q'], { env, onWait });
  const install = await run(
    apt,
    ['install', '-yq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    { env, onWait },
  );
  const installed = findChromium();
  if (installed && install.code === 0) return installed;
  throw missing(lastLines(`${update.output}\n${install.output}`));
}

const missing = (/** @type {string} */ output) =>
  new SetupFailure(
    'ブラウザテストに Chromium と日本語フォントが必要です。apt-get install chromium fonts-noto-cjk を実行するか、CHROMIUM_PATH を指定してください。',
    `The browser tests need Chromium and Japanese fonts. Run: apt-get install chromium fonts-noto-cjk, or set CHROMIUM_PATH.\n${output}`,
  );
