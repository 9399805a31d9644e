// @ts-check
// Finds or fetches the server on which tests skip time: the SDK's download, else Maven's artifact behind a small launcher.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupFailure } from './in-order.mjs';
import { cacheFolder, findProgram, isExecutable, lastLines, run } from './program.mjs';

const version = '1.38.0';
const pom = new URL('./time-skipping-server.pom.xml', import.meta.url).pathname;
const downloadLimitMs = 120_000;
/** Long enough for the server to have loaded what a start needs. */
const warmUpMs = 5_000;

/** The archive is made by the same collector's Java; one of another Java is ignored by itself. */
const script = `#!/bin/sh
# Starts the time-skipping test server as the Temporal SDK expects of an executable.
here=$(dirname "$0")
exec java -Xmx512m -Xshare:auto -XX:SharedArchiveFile="$here/classes.jsa" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
  -cp "$here/lib/*" io.temporal.testserver.TestServer "$@"
`;

/** @param {import('./in-order.mjs').Say} say @returns {Promise<string>} path for an `existing-path` executable */
export async function provideTimeSkippingServer(say) {
  const there = findKept();
  if (there) return there;
  say('時間を飛ばすテスト用サーバーを取得しています / fetching the time-skipping test server');
  const downloaded = await download();
  if (downloaded.path) return downloaded.path;
  say(`SDK のダウンロードができないため Maven を使います / the SDK's download failed, using Maven`);
  return fetchWithMaven(downloaded.why);
}

function findKept() {
  const launcher = join(serverFolder(), 'test-server');
  if (isExecutable(launcher) && readFileSync(launcher, 'utf8') === script) return needsJava(launcher);
  const bin = join(cacheFolder(), 'bin');
  const name = readdirSync(bin).find(
    (file) => file.startsWith('temporal-test-server') && isExecutable(join(bin, file)),
  );
  return name ? join(bin, name) : null;
}

const serverFolder = () => join(cacheFolder(), `test-server-${version}`);

/** @param {string} launcher */
function needsJava(launcher) {
  if (findProgram('java')) return launcher;
  throw new SetupFailure(
    '時間を飛ばすテスト用サーバーには Java 11 以上が必要です（PATH に java がありません）。例: apt-get install openjdk-17-jre-headless',
    'The time-skipping test server needs Java 11 or newer (there is no java on PATH). For example: apt-get install openjdk-17-jre-headless',
  );
}

async function download() {
  const bin = join(cacheFolder(), 'bin');
  const code = `import { TestWorkflowEnvironment as T } from '@temporalio/testing';
    const env = await T.createTimeSkipping({ server: { executable: { type: 'cached-download', downloadDir: process.argv[1] } } });
    await env.teardown();`;
  const result = await run(process.execPath, ['--input-type=module', '-e', code, bin], {
    limitMs: downloadLimitMs,
  });
  const why = result.timedOut ? 'timed out' : lastLines(result.output, 2);
  return { path: result.code === 0 ? findKept() : null, why };
}

/** @param {string} whyNoDownload */
async function fetchWithMaven(whyNoDownload) {
  const maven = findProgram('mvn');
  if (!maven || !findProgram('java')) {
    throw new SetupFailure(
      `時間を飛ばすテスト用サーバーを用意できません。SDK のダウンロードに失敗し、${maven ? 'Java' : 'Maven (mvn)'} もありません。例: apt-get install maven openjdk-17-jre-headless`,
      `The time-skipping test server cannot be provided: the SDK's download failed and there is no ${maven ? 'java' : 'mvn'} on PATH. For example: apt-get install maven openjdk-17-jre-headless\n${whyNoDownload}`,
    );
  }
  const folder = serverFolder();
  const fresh = `${folder}.${process.pid}`;
  const args = [
    '-q',
    '-B',
    '-f',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${join(fresh, 'lib')}`,
  ];
  const result = await run(maven, [...args, '-DincludeScope=runtime']);
  if (result.code !== 0 || !existsSync(join(fresh, 'lib'))) {
    rmSync(fresh, { recursive: true, force: true });
    throw new SetupFailure(
      'Maven から時間を飛ばすテスト用サーバーを取得できませんでした。Maven の設定（~/.m2/settings.xml のミラー）を確かめてください。',
      `Maven could not fetch the time-skipping test server. Check Maven's settings (a mirror in ~/.m2/settings.xml).\n${lastLines(result.output)}`,
    );
  }
  return writeLauncher(fresh, folder);
}

/** @param {string} fresh @param {string} folder */
async function writeLauncher(fresh, folder) {
  const launcher = join(fresh, 'test-server');
  writeFileSync(launcher, script);
  chmodSync(launcher, 0o755);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  await archiveClasses(folder);
  return join(folder, 'test-server');
}

/**
 * Runs the server once so that Java keeps its loaded classes in a file: later starts take a third of the time, and the SDK
 * gives a start five seconds. Without the file the launcher works all the same. @param {string} folder
 */
async function archiveClasses(folder) {
  const archive = join(folder, 'classes.jsa');
  const program = '-cp "$0/lib/*" io.temporal.testserver.TestServer 0';
  const child = spawn(
    '/bin/sh',
    ['-c', `exec java -XX:ArchiveClassesAtExit=${archive} -XX:+UseSerialGC ${program}`, folder],
    {
      stdio: 'ignore',
    },
  );
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  await Promise.race([sleep(warmUpMs), ended]);
  child.kill('SIGTERM');
  await ended;
}
