// @ts-check
// Builds what runs into dist/: the processes, the workflow bundle, the console. Only what changed since the last time.
// Room folders are known by name; what is in them is not.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fingerprint, replaceFile } from './fingerprint.mjs';
import { SetupFailure } from './in-order.mjs';
import { linesOnly } from './maps/lines-only.mjs';
import { projectFolder } from './program.mjs';

const always = ['package-lock.json', 'tsconfig.json', 'setup/build.mjs', 'setup/maps'];
const rooms = [
  'machines',
  'texts',
  'ledger',
  'activities',
  'workflows',
  'worker',
  'host',
  'server',
  'cli',
  'seeds',
  'bench',
];

/** @typedef {{ name: string, entry: string, output: string, sources: string[], make: (target: Target) => Promise<void> }} Target */

/**
 * With the packages it uses in it: a program that looks for hundreds of files, and reads each, takes twice as long to start, which is
 * most of what a command takes. What brings native code or files of its own stays apart.
 */
const whole = ['cli/main.ts', 'server/main.ts', 'worker/main.ts'];
const apart = ['@temporalio/*', '@grpc/*', '@node-rs/*', 'protobufjs', 'pino'];

/** @type {(entry: string) => Target} */
const program = (entry) => ({
  name: entry,
  entry,
  output: `dist/${entry.replace(/\.ts$/, '.js')}`,
  sources: [...always, ...rooms],
  make: bundleProgram,
});

export const programs = [
  'host/main.ts',
  'worker/main.ts',
  'worker/untraced-promises.ts',
  'host/embedded/warden.ts',
  'server/main.ts',
  'cli/main.ts',
];

/** @type {Target} */
const workflowBundle = {
  name: 'workflows/index.ts',
  entry: 'workflows/index.ts',
  output: 'dist/workflow-bundle.js',
  sources: [...always, 'machines', 'workflows', 'activities'],
  make: bundleWorkflows,
};

/** @type {Target} */
const consolePages = {
  name: 'console',
  entry: 'console/vite.config.ts',
  output: 'dist/console',
  sources: [...always, 'machines', 'server/contract', 'console'],
  make: buildConsole,
};

/** Everything `npm start` needs. @param {import('./in-order.mjs').Say} say */
export const buildAll = (say) => build([...programs.map(program), workflowBundle, consolePages], say);

/** @param {string[]} entries @param {import('./in-order.mjs').Say} say */
export const buildPrograms = (entries, say) => build(entries.map(program), say);

/** @param {import('./in-order.mjs').Say} say @returns {Promise<string>} the bundle's path */
export async function buildWorkflowBundle(say) {
  await build([workflowBundle], say);
  return join(projectFolder, workflowBundle.output);
}

/** @param {Target[]} targets @param {import('./in-order.mjs').Say} say @returns {Promise<string>} */
async function build(targets, say) {
  let built = 0;
  for (const target of targets) {
    if (!existsSync(join(projectFolder, target.entry))) throw missingEntry(target);
    const wanted = fingerprint(target.sources);
    if (isInPlace(target, wanted)) continue;
    const began = performance.now();
    await target.make(target);
    replaceFile(stampOf(target), wanted);
    built += 1;
    say(`${target.output} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  }
  if (built > 0) await endEsbuild();
  return built === 0 ? '変更なし / unchanged' : `${built} 個を組み立てました / built`;
}

/** Its helper process would stay, and ask every second whether it is still wanted, until we end. */
async function endEsbuild() {
  const { stop } = await import('esbuild');
  await stop();
}

/** @param {Target} target */
const stampOf = (target) => join(projectFolder, 'dist/.stamps', target.output.replaceAll('/', '_'));

/** @param {Target} target @param {string} wanted */
function isInPlace(target, wanted) {
  if (!existsSync(join(projectFolder, target.output)) || !existsSync(stampOf(target))) return false;
  return readFileSync(stampOf(target), 'utf8') === wanted;
}

/** @param {Target} target */
const missingEntry = (target) =>
  new SetupFailure(
    `${target.entry} がありません。リポジトリを取得し直してください。`,
    `${target.entry} is missing. Fetch the repository again.`,
  );

/** Packages of the older kind ask for Node's own modules by `require`. @type {import('esbuild').BuildOptions} */
const withPackages = {
  external: apart,
  banner: {
    js: "import { createRequire as requireOfNode } from 'node:module';\nconst require = requireOfNode(import.meta.url);",
  },
};

/** @param {Target} target */
async function bundleProgram(target) {
  const { build: esbuild } = await import('esbuild');
  const result = await esbuild({
    absWorkingDir: projectFolder,
    entryPoints: [target.entry],
    outfile: target.output,
    bundle: true,
    ...(whole.includes(target.entry) ? withPackages : { packages: /** @type {const} */ ('external') }),
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'linked',
    sourcesContent: false,
    write: false,
    logLevel: 'silent',
  }).catch(refuseToBuild(target));
  for (const { path, contents, text } of result.outputFiles)
    replaceFile(path, path.endsWith('.map') ? linesOnly(text) : contents);
}

/** @param {Target} target */
async function bundleWorkflows(target) {
  const code = await workflowCode(target.entry, 'dist/workflows.js').catch(refuseToBuild(target));
  replaceFile(join(projectFolder, target.output), code);
}

/**
 * Our workflow code becomes one module first, evaluated once per thread and shared by all workflows in it: a sandbox that
 * evaluates it anew for each holds three megabytes more and never gets warm (docs/decisions/007).
 * @param {string} entry @param {string} module where that one module is put
 */
export async function workflowCode(entry, module) {
  const { build: esbuild } = await import('esbuild');
  const { bundleWorkflowCode } = await import('@temporalio/worker');
  const quiet = () => undefined;
  const logger = {
    log: quiet,
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: console.warn,
    error: console.error,
  };
  const workflowsPath = join(projectFolder, module);
  await esbuild({
    absWorkingDir: projectFolder,
    entryPoints: [entry],
    outfile: workflowsPath,
    bundle: true,
    external: ['@temporalio/*'],
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  const preloadModules = [workflowsPath];
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    preloadModules,
    logger,
    webpackConfigHook: mappingLines,
  });
  return code;
}

/**
 * What a trace needs of the map, lines, and not the sources besides: each of a worker's threads reads and holds all of it.
 * @type {NonNullable<import('@temporalio/worker').BundleOptions['webpackConfigHook']>}
 */
const mappingLines = (config) => ({ ...config, devtool: 'inline-nosources-cheap-module-source-map' });

/** @param {Target} target */
async function buildConsole(target) {
  const { build: vite } = await import('vite');
  const fresh = join(projectFolder, `${target.output}.${process.pid}`);
  const there = join(projectFolder, target.output);
  const root = join(projectFolder, 'console');
  const options = {
    configFile: join(projectFolder, target.entry),
    root,
    logLevel: /** @type {const} */ ('error'),
  };
  await asProduction(() => vite({ ...options, build: { outDir: fresh, emptyOutDir: true } })).catch(
    refuseToBuild(target),
  );
  compressFiles(fresh);
  rmSync(there, { recursive: true, force: true });
  renameSync(fresh, there);
}

/**
 * Vite takes the environment of whoever builds for that of the page: under a test's, pages call functions that only a
 * development build has.
 * @template T @param {() => Promise<T>} build @returns {Promise<T>}
 */
async function asProduction(build) {
  const own = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await build();
  } finally {
    if (own === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = own;
  }
}

/** Beside each text its brotli and gzip, made once and as small as they go. @param {string} folder */
function compressFiles(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of names.filter((name) => /\.(js|css|svg|html|json|txt)$/.test(name))) {
    const content = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
  }
}

/** @param {Target} target @returns {(error: unknown) => never} */
const refuseToBuild = (target) => (error) => {
  const why = error instanceof Error ? error.message : String(error);
  throw new SetupFailure(
    `${target.name} を組み立てられませんでした。下の誤りを直してください。`,
    `${target.name} could not be built. Mend the fault below.\n${why}`,
  );
};
