// `npm run archive -- key | check FILE | open FILE`: reads what was asked, and tells a person what came of it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArchiveRefusal } from '../../ledger/archive/fault.ts';
import { readCheckpoint } from '../../ledger/archive/kept-checkpoint.ts';
import type { Opening } from '../../ledger/archive/open.ts';
import { type ArchiveProof, proveArchive } from '../../ledger/archive/prove.ts';
import { type Archive, readArchive } from '../../ledger/archive/read.ts';
import { readEnvironment } from '../process/environment.ts';
import { hasCode } from '../process/processes.ts';
import { StartFailure } from '../process/start-failure.ts';
import { keyOf, openHere } from './open-here.ts';
import { faultSentences, notCompared, USE } from './sentences.ts';

class Told extends Error {
  override readonly name = 'Told';
  constructor(
    sentences: readonly string[],
    readonly exitCode: 1 | 2,
  ) {
    super(sentences.join('\n'));
  }
}

async function main([doing, ...words]: string[]): Promise<void> {
  process.umask(0o077);
  if (doing === 'key' && words.length === 0) return sayKey();
  const { file, onlyCheck, lost, against } = asked(doing, words);
  const archive = archiveIn(file);
  sayWhatIsIn(archive);
  if (doing === 'check') {
    const signed = against === null ? null : checkpointIn(against, archive.manifest.programme);
    return sayProof(await proveArchive(archive, signed));
  }
  const environment = readEnvironment(process.env);
  sayOpening(await openHere(environment, archive, { lost, onlyCheck }), onlyCheck);
}

interface Asked {
  file: string;
  onlyCheck: boolean;
  lost: string | null;
  /** A signed checkpoint that was kept elsewhere. */
  against: string | null;
}

function asked(doing: string | undefined, words: readonly string[]): Asked {
  const [file, ...rest] = words;
  const isFile = file !== undefined && !file.startsWith('-');
  const onlyCheck = doing === 'open' && rest[0] === '--check';
  const [flag, value, ...more] = onlyCheck ? rest.slice(1) : rest;
  const named = more.length === 0 && value?.trim() ? value : null;
  const lost = doing === 'open' && flag === '--lost' ? (named?.trim() ?? null) : null;
  const against = doing === 'check' && flag === '--checkpoint' ? named : null;
  const isKnown = flag === undefined || lost !== null || against !== null;
  if (!isFile || !isKnown || (doing !== 'open' && doing !== 'check')) throw new Told(USE, 2);
  return { file, onlyCheck, lost, against };
}

/** From where the person is: npm runs us in the project. */
const pathOf = (file: string): string => resolve(process.env.INIT_CWD ?? '', file);

function archiveIn(file: string): Archive {
  return readArchive(bytesIn(pathOf(file)));
}

function bytesIn(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EACCES') && !hasCode(error, 'EISDIR')) throw error;
    throw new Told([`${path} を読めません。`, `${path} cannot be read.`], 2);
  }
}

/** What was altered shows nothing of the record: it is refused, and its heads are not looked at. */
function checkpointIn(file: string, code: string) {
  const path = pathOf(file);
  const found = readCheckpoint(bytesIn(path).toString('utf8'), code);
  if (found.status === 'whole') return found.signed;
  throw new Told(notCompared(path, code, found), found.status === 'altered' ? 1 : 2);
}

function sayKey(): void {
  const { id, publicKey } = keyOf(readEnvironment(process.env));
  console.log(`${publicKey}
  この設置の公開鍵です（${id}）。移す元で: npx sekimori archive ファイル --to-key ${publicKey}
  The public key of this installation (${id}). Where the programme is now: npx sekimori archive FILE --to-key ${publicKey}`);
}

function sayWhatIsIn({ manifest, chains }: Archive): void {
  const { programme, name, rehearsal, heads } = manifest;
  const entries = [...chains.values()].reduce((sum, chain) => sum + chain.length, 0);
  console.log(
    `${rehearsal ? '【演習 rehearsal】 ' : ''}${programme} ${name.ja} / ${name.en}: ${heads.length - 1} systems, ${entries} entries`,
  );
  for (const { chain, seq, hash } of heads) console.log(`  ${chain}  ${seq}  ${hash}`);
}

function sayProof({ ok, checks, wrong }: ArchiveProof): void {
  for (const { check, looked, wrong: found, remarks } of checks) {
    console.log(`${found.length > 0 ? '✘' : looked === 0 ? '−' : '✔'} ${check}  ${looked}`);
    for (const one of [...found, ...remarks])
      console.log(
        `    ${found.includes(one) ? '✘' : '△'} ${one.chain} #${one.seq} ${one.what} ${one.detail ?? ''}`,
      );
  }
  if (!ok) {
    const first = wrong[0];
    throw new Told(
      [
        `記録に誤りがあります（${first?.chain} #${first?.seq} ${first?.what}）。意味は docs/auditors.md にあります。`,
        `The record is wrong (${first?.chain} #${first?.seq} ${first?.what}): docs/auditors.md says what that means.`,
      ],
      1,
    );
  }
  console.log(
    '✔ 連鎖・署名・職・定義・決定のすべてに誤りはありません / chains, signatures, powers, definitions, decisions: no fault',
  );
}

function sayOpening(opening: Opening, onlyCheck: boolean): void {
  sayProof(opening.proof);
  if (opening.status === 'stands')
    console.log(
      '✔ 同じ先頭で、すでにあります。何もしていません / it stands here with the same heads: nothing was done',
    );
  if (opening.status !== 'opened') return;
  if (onlyCheck) {
    console.log('✔ 開けます。何も書いていません / can be opened; nothing was written');
    return;
  }
  console.log(`✔ 開きました / opened: ${opening.entry.hash}
  npm start で続きが動き、npx sekimori verify で確かめられます。パスワードは移りません: npx sekimori people reset アカウント
  It goes on by npm start; check with npx sekimori verify. Passwords do not come along: npx sekimori people reset ACCOUNT`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const text =
    error instanceof ArchiveRefusal
      ? faultSentences(error.fault).join('\n')
      : error instanceof Told || error instanceof StartFailure || !(error instanceof Error)
        ? String(error instanceof Error ? error.message : error)
        : error.stack;
  console.error(`\n✘ ${text}`);
  process.exitCode = error instanceof Told ? error.exitCode : 1;
}
