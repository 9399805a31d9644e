// Heads of chains in files: those that this user has seen, per server, beside the stored sign-in and readable by them alone;
// and those that were saved to be kept elsewhere.
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { keyTwice } from '../../machines/values/key-twice.ts';
import { type CheckpointView, checkpoint, type Head, head } from '../../server/contract/verification.ts';
import { CommandFailure } from '../failure.ts';
import { keepPrivately, readIfThere, readText, writeOut } from '../files.ts';
import { signInFile } from './sign-in-file.ts';

const seen = z.object({ servers: z.array(z.object({ url: z.string(), heads: z.array(head) })) });

const seenFile = (env: NodeJS.ProcessEnv): string => join(dirname(signInFile(env)), 'heads.json');

/** Of one programme at one server. */
export function rememberedHeads(env: NodeJS.ProcessEnv, url: string, code: string): Head[] {
  const server = readSeen(env).find((one) => one.url === url);
  return (server?.heads ?? []).filter(({ chain }) => isOf(chain, code));
}

/** In place of those remembered of the programme. */
export function rememberHeads(
  env: NodeJS.ProcessEnv,
  url: string,
  code: string,
  heads: readonly Head[],
): void {
  const all = readSeen(env);
  const server = all.find((one) => one.url === url);
  const others = (server?.heads ?? []).filter(({ chain }) => !isOf(chain, code));
  const servers = [...all.filter((one) => one.url !== url), { url, heads: [...others, ...heads] }];
  keepPrivately(seenFile(env), JSON.stringify({ servers }));
}

export const isOf = (chain: string, code: string): boolean => chain === code || chain.startsWith(`${code}/`);

function readSeen(env: NodeJS.ProcessEnv): z.infer<typeof seen>['servers'] {
  const file = seenFile(env);
  const unreadable = {
    ja: `前に見た検証値の記録 ${file} を読み取れません。移すか削除してから、やり直してください。`,
    en: `The heads seen before, ${file}, cannot be read. Move or remove the file and try again.`,
  };
  const content = readIfThere(file, unreadable);
  if (content === null) return [];
  const read = seen.safeParse(jsonOf(content));
  if (read.success) return read.data.servers;
  throw new CommandFailure('wrongUse', unreadable);
}

/** What was kept elsewhere: a checkpoint, or heads. @throws CommandFailure where it is neither */
export function readKept(file: string): { checkpoint: CheckpointView } | { heads: Head[] } {
  const content = readText(file);
  refuseTwice(file, content);
  const whole = jsonOf(content);
  return isCheckpoint(whole, content)
    ? { checkpoint: checkpointIn(file, whole) }
    : { heads: headsOf(file, whole, content) };
}

/** What stands twice under one name would be read as the last of them alone. */
function refuseTwice(file: string, content: string): void {
  const key = keyTwice(content);
  if (key === null) return;
  throw new CommandFailure('wrongUse', {
    ja: `${file} には、同じ項目「${key}」が一つの組に二度書かれています。どちらが正しいか決められないので読みません。書き出したままのファイルを指定してください。`,
    en: `${file} says "${key}" twice in one object: which of them is meant is not decided here. Give the file as it was written out.`,
  });
}

const isCheckpoint = (whole: unknown, content: string): boolean =>
  whole === undefined
    ? /^\s*\{\s*"checkpoint"/.test(content) // the beginning of one that was cut off
    : typeof whole === 'object' && whole !== null && 'checkpoint' in whole;

/** One head a line, as JSON; or one JSON value: a list of heads, or an answer of `sekimori verify --json`. */
function headsOf(file: string, whole: unknown, content: string): Head[] {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const given = whole === undefined ? lines.map(jsonOf) : headsIn(whole);
  const read = z.array(head).min(1).safeParse(given);
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new CommandFailure('wrongUse', {
    ja: `${file} を検証値として読み取れません（${at || '全体'}）。sekimori verify --save で書き出した形で指定してください。`,
    en: `${file} holds no heads (${at || 'as a whole'}): give what sekimori verify --save writes.`,
  });
}

function checkpointIn(file: string, whole: unknown): CheckpointView {
  const read = checkpoint.safeParse(whole);
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new CommandFailure('wrongUse', {
    ja: `${file} をチェックポイントとして読み取れません（${at || '全体'}）。書き換えられているか、途中で切れています。`,
    en: `${file} is no checkpoint as a server writes it (${at || 'as a whole'}): it was altered, or cut off.`,
  });
}

function headsIn(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null && 'heads' in value) return value.heads;
  return [value];
}

export const saveHeads = (file: string, heads: readonly Head[]): void =>
  writeOut(file, heads.map((one) => `${JSON.stringify(one)}\n`).join(''));

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined; // lines, or refused by the schema with its sentence
  }
}
