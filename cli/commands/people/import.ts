// `people import`: a list of people, first looked at, then made and given their posts, some rows at a time. Passwords are told once: on
// the terminal, or into a file of one's own that holds each before the next rows are asked for.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type PeopleApplied, peopleApplied, peoplePreview } from '../../../server/contract/people-sheets.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure, orFailure } from '../../failure.ts';
import { addPrivately, readBytes } from '../../files.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { changesAny, peopleOutcomeLines, peoplePreviewLines } from '../../print/people-lines.ts';

type Value = Extract<Answer, { kind: 'value' }>;

interface PeopleFile {
  file: { name: string; base64: string };
  sheet: string | undefined;
  rename: boolean;
}

export const peopleFileOf = (file: string, options: Options): PeopleFile => ({
  file: { name: basename(file), base64: readBytes(file).toString('base64') },
  sheet: options.text('sheet'),
  rename: options.flag('rename'),
});

const pathOf = (code: string, what: 'preview' | 'apply') => `/programmes/${code}/people/${what}`;

export async function previewPeople(context: Context, code: string, body: PeopleFile) {
  const value = await context.client.post(peoplePreview, pathOf(code, 'preview'), body);
  const lines = peoplePreviewLines(value, context);
  return { value, lines, changes: changesAny(value) };
}

interface Applying {
  code: string;
  body: PeopleFile;
  /** A file of one's own for the passwords; null: they are told in the answer. */
  passwordsTo: string | null;
  passwordsAgain: boolean;
}

/** What was given out before something failed is told all the same. */
export async function applyPeople(context: Context, applying: Applying): Promise<Value> {
  const { passwordsTo } = applying;
  if (passwordsTo !== null)
    addPrivately(passwordsTo, existsSync(passwordsTo) ? '' : `\ufeff${csvOf([HEAD])}`);
  const done: Applied = { rows: [], passwords: [], passwordsTo, failure: null, rehearsal: false };
  for (let next: number | null = 1; next !== null; ) {
    const found = await orFailure(() => applySome(context, applying, next ?? 1));
    if (found instanceof CommandFailure) {
      if (done.rows.length === 0) throw found;
      done.failure = found;
      break;
    }
    done.rows.push(...found.rows);
    done.passwords.push(...found.passwords);
    done.rehearsal = found.setting.rehearsal;
    const isStuck = found.rows.some(({ outcome }) => outcome === 'unanswered');
    next = isStuck ? null : found.nextRow;
  }
  return answerOf(context, done);
}

/** A few seconds' rows; their passwords are kept before any more are asked for. */
async function applySome(
  { client }: Context,
  { code, body, passwordsTo, passwordsAgain }: Applying,
  fromRow: number,
): Promise<PeopleApplied> {
  const asked = { ...body, fromRow, passwordsAgain };
  const found = await client.post(peopleApplied, pathOf(code, 'apply'), asked);
  const issued = found.passwords.map(({ account, name, password }) => [account, name, password]);
  if (passwordsTo !== null && issued.length > 0) addPrivately(passwordsTo, csvOf(issued));
  return found;
}

const HEAD = ['アカウント', '氏名', '初期パスワード'];
const csvOf = (rows: readonly (readonly string[])[]): string => stringify(rows.map((row) => [...row]));

interface Applied extends Pick<PeopleApplied, 'rows' | 'passwords'> {
  passwordsTo: string | null;
  failure: CommandFailure | null;
  rehearsal: boolean;
}

function answerOf(context: Context, { rows, passwords, passwordsTo, failure, rehearsal }: Applied): Value {
  const isKnown = failure === null && rows.every(({ outcome }) => outcome !== 'unanswered');
  const isWhole = rows.every(({ outcome }) => outcome === 'done' || outcome === 'nothing');
  const told = passwordsTo === null ? { passwords } : { passwordsTo, passwords: passwords.length };
  const again = context.say(
    '途中までです。同じコマンドをもう一度実行すると、残りだけを行います。',
    'Not all of it is done. Run the same command again: only the rest is done.',
  );
  return {
    kind: 'value',
    value: { rows, ...told },
    rehearsal,
    lines: [
      ...peopleOutcomeLines(rows, context),
      ...(failure === null ? [] : [failure.text[context.language]]),
      ...(isKnown ? [] : [again]),
      ...passwordLines(context, passwords, passwordsTo),
    ],
    endsAs: isKnown ? (isWhole ? undefined : 'refused') : 'unreachable',
  };
}

function passwordLines(
  { say }: Context,
  passwords: PeopleApplied['passwords'],
  passwordsTo: string | null,
): string[] {
  if (passwords.length === 0) return [];
  if (passwordsTo !== null) {
    const { length } = passwords;
    return [
      say(
        `初期パスワード ${length} 件を ${passwordsTo}（0600）に書きました。本人に渡したら消してください。`,
        `${length} first passwords are in ${passwordsTo} (0600). Hand them out, then delete it.`,
      ),
    ];
  }
  return [
    say(
      '初期パスワード（今だけ表示します。本人が変えるまで、ほかのことはできません）：',
      'First passwords (shown only now; their owners can do nothing else until they change them):',
    ),
    ...passwords.map(({ account, name, password }) => `  ${account}  ${password}  ${name}`),
  ];
}

export const peopleFileOptions = [
  option(
    '--rename',
    '氏名が違う行を、同じ人の氏名の変更とする',
    'another name is that person’s new name, and not another person',
  ),
  option(
    '--passwords <file>',
    '初期パスワードを書くファイル（0600。なければ表示する）',
    'a file for the first passwords (0600); shown where left out',
  ),
  option('--sheet <name>', '読むシートの名前（複数あるとき）', 'which sheet, where there are several'),
];

async function importPeople(context: Context, file: string, options: Options): Promise<Answer> {
  const body = peopleFileOf(file, options);
  const code = await context.programme();
  if (options.flag('apply')) {
    const passwordsTo = options.text('passwords') ?? null;
    return applyPeople(context, { code, body, passwordsTo, passwordsAgain: options.flag('passwordsAgain') });
  }
  const { value, lines, changes } = await previewPeople(context, code, body);
  const ready = changes
    ? context.say(
        '何も記録していません。記録するには --apply を付けてください。',
        'Nothing was recorded. To record it: --apply.',
      )
    : context.say('記録することはありません。', 'There is nothing to record.');
  return { kind: 'value', value, rehearsal: value.setting.rehearsal, lines: [...lines, ready] };
}

export const peopleImport: CommandSpec = {
  usage: 'import <file>',
  text: {
    ja: '人の一覧（CSV・.xlsx）を下見し、--apply で登録して職を与える',
    en: 'look at a list of people (CSV, .xlsx); make them and give their posts with --apply',
  },
  options: [
    option('--apply', '記録する（付けなければ何も記録しない）', 'record it (without: nothing is recorded)'),
    ...peopleFileOptions,
    option(
      '--passwords-again',
      '渡したパスワードを一度も変えていない人に、新しいものを出す（失くしたとき）',
      'new passwords for those who never changed the one given out, where they were lost',
    ),
  ],
  examples: [
    example(
      'sekimori people import 職員.csv',
      '何が変わるかを見る（記録しない）',
      'what would change; nothing is recorded',
    ),
    example(
      'sekimori people import 職員.csv --apply --passwords 初期パスワード.csv',
      '登録し、初期パスワードをファイルに書く',
      'record it, the first passwords into a file',
    ),
  ],
  run: (context, args, options) => importPeople(context, argument(args, 0), options),
};
