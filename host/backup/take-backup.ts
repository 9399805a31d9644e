// Takes a backup of a data folder, whether Sekimori is at work on it or not. What it keeps is the record and the keys; Temporal's
// database is left out, since every run goes on from the record.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { NEXT_SECRETS } from '../process/keys/secrets.ts';
import { takeLock } from '../process/lock.ts';
import { hasCode } from '../process/processes.ts';
import { BackupFailure } from './backup-failure.ts';
import { copyFile, type KeptFile, type Manifest, sha256Of, writeManifest } from './manifest.ts';
import { livingPort, runningCluster } from './running-cluster.ts';

const clusterPath = 'postgres/cluster';
const KEY_IN_USE = 'secrets/signing-key.pem';
const KEY_TO_COME = 'secrets/signing-key.next.pem';
const keys = ['secrets.json', NEXT_SECRETS, 'session-secret', 'secrets'];
/** Of the running process, or made anew by each start. */
const leftOut = /^(postmaster\.(pid|opts)|backup_label|tablespace_map|pg_internal\.init.*|pgsql_tmp.*)$/;
/** Folders that PostgreSQL wants there, and empties when it starts. */
const emptied = [
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_replslot',
];

/**
 * Copies the data folder to a folder that is not there yet, which appears only once it is whole.
 * @throws BackupFailure with nothing left behind
 */
export async function takeBackup(dataFolder: string, target: string): Promise<Manifest> {
  const cluster = join(dataFolder, clusterPath);
  if (!existsSync(join(cluster, 'PG_VERSION')))
    throw new BackupFailure({ code: 'nothing.there', folder: dataFolder });
  requireOutside(target, dataFolder);
  if (existsSync(target)) throw new BackupFailure({ code: 'target.notEmpty', folder: target });
  const partial = `${target}.partial-${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    const copy = new Copy(dataFolder, partial);
    const port = livingPort(cluster);
    const manifest = port === null ? copyStopped(copy) : await copyRunning(copy, cluster, port);
    writeManifest(partial, manifest);
    renameSync(partial, target);
    return manifest;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw asFailure(error, target);
  }
}

function requireOutside(target: string, data: string): void {
  const inside = `${resolve(target)}${sep}`.startsWith(`${resolve(data)}${sep}`);
  if (inside) throw new BackupFailure({ code: 'target.inside', folder: target, data });
}

function asFailure(error: unknown, folder: string): unknown {
  const codes = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR'];
  const why = codes.find((code) => hasCode(error, code));
  return why === undefined ? error : new BackupFailure({ code: 'target.notWritable', folder, why });
}

/** Nobody is at work: the lock keeps it so. */
function copyStopped(copy: Copy): Manifest {
  const lock = takeLock(copy.from, 'npm run backup');
  try {
    copy.keys();
    copy.cluster({ atWork: false });
    return copy.manifest('stopped');
  } finally {
    lock.release();
  }
}

async function copyRunning(copy: Copy, cluster: string, port: number): Promise<Manifest> {
  const running = runningCluster(copy.from, cluster, port);
  try {
    await running.begin();
    copy.keys();
    copy.cluster({ atWork: true });
    copy.steady(`${clusterPath}/global/pg_control`);
    const { label, logFiles } = await running.end();
    copy.keysSince();
    for (const name of logFiles) copy.file(`${clusterPath}/pg_wal/${name}`);
    copy.text(`${clusterPath}/backup_label`, label);
    return copy.manifest('running');
  } finally {
    await running.close();
  }
}

/** What has been copied so far. */
class Copy {
  readonly #folders: string[] = [];
  readonly #files: KeptFile[] = [];

  constructor(
    readonly from: string,
    readonly to: string,
  ) {}

  keys(): void {
    for (const name of keys.filter((one) => existsSync(join(this.from, one)))) this.#tree(name);
  }

  /**
   * Keys that came meanwhile, beside those that were there: which of them the record names at the moment it is copied as, nobody can tell.
   * Whoever opens it finds out, and drops what is left over.
   */
  keysSince(): void {
    const then = join(this.to, KEY_IN_USE);
    const isAnother = (path: string) =>
      existsSync(join(this.from, path)) &&
      !(existsSync(then) && sha256Of(join(this.from, path)) === sha256Of(then));
    const newest = [KEY_TO_COME, KEY_IN_USE].find(isAnother);
    if (newest === undefined || existsSync(join(this.to, KEY_TO_COME))) return;
    if (!existsSync(join(this.to, 'secrets'))) this.#folder('secrets');
    this.#kept(KEY_TO_COME, copyFile(join(this.from, newest), join(this.to, KEY_TO_COME)));
  }

  /** While it is at work, its log and its control file are copied apart. */
  cluster({ atWork }: { atWork: boolean }): void {
    this.#folder(dirname(clusterPath));
    this.#tree(clusterPath, (path) => {
      const inside = path.slice(clusterPath.length + 1);
      if (inside === 'global/pg_control') return atWork ? 'left out' : 'whole';
      return emptied.includes(inside) || (inside === 'pg_wal' && atWork) ? 'empty' : 'whole';
    });
  }

  /** A file that is written in place: read until two readings agree. */
  steady(path: string): void {
    for (let left = 20; sha256Of(join(this.from, path)) !== this.#copied(path); left -= 1) {
      if (left === 0) throw new BackupFailure({ code: 'database.ended', why: `${path}: never steady` });
      rmSync(join(this.to, path));
      this.#files.pop();
    }
  }

  #copied(path: string): string | undefined {
    this.file(path);
    return this.#files.at(-1)?.sha256;
  }

  text(path: string, text: string): void {
    const source = join(this.to, `${path}.text`);
    writeFileSync(source, text, { mode: 0o600 });
    this.#kept(path, copyFile(source, join(this.to, path)));
    rmSync(source);
  }

  file(path: string): void {
    this.#kept(path, copyFile(join(this.from, path), join(this.to, path)));
  }

  manifest(taken: Manifest['taken']): Manifest {
    const [folders, files] = [this.#folders, this.#files];
    return { kind: 'sekimori-backup', format: 1, madeAt: new Date().toISOString(), taken, folders, files };
  }

  #tree(path: string, ruleOf: (path: string) => 'whole' | 'empty' | 'left out' = () => 'whole'): void {
    const [found, rule] = [statSync(join(this.from, path), { throwIfNoEntry: false }), ruleOf(path)];
    if (found === undefined || rule === 'left out') return;
    if (found.isDirectory()) this.#folder(path);
    else this.#unlessGone(path);
    if (rule === 'empty' || !found.isDirectory()) return;
    for (const name of readdirSync(join(this.from, path)).filter((one) => !leftOut.test(one)))
      this.#tree(`${path}/${name}`, ruleOf);
  }

  /** A file that goes while the database works (a dropped table's) is one that its log accounts for. */
  #unlessGone(path: string): void {
    try {
      this.file(path);
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }

  #folder(path: string): void {
    mkdirSync(join(this.to, path), { mode: 0o700 });
    this.#folders.push(path);
  }

  #kept(path: string, written: { bytes: number; sha256: string }): void {
    this.#files.push({ path, ...written });
  }
}
