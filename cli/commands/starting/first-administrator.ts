// The first administrator of a real installation: made, given the password they choose, and appointed over all programmes; once.
import { readFileSync } from 'node:fs';
import { PLANNED_UNTIL } from '../../../machines/values/date.ts';
import { PASSWORD } from '../../../machines/values/names/account-name.ts';
import {
  type AccountView,
  accountList,
  accountView,
  issuedAccount,
} from '../../../server/contract/accounts.ts';
import type { Context } from '../../context.ts';
import { CommandFailure, failureLines, orFailure } from '../../failure.ts';
import { tried } from '../../files.ts';
import type { Options } from '../../options.ts';
import { withoutLineEnd } from '../../session/read-hidden.ts';
import { sessionOf } from '../identity.ts';
import { given } from './asking.ts';
import type { Part } from './part.ts';

export async function setUpAdministrator(
  context: Context,
  options: Options,
  password: string | null,
): Promise<Part> {
  const { say, client } = context;
  const { items } = await client.get(accountList, '/accounts');
  const inOffice = items.filter(administers).map(({ account }) => account);
  const asked = options.text('account');
  if (inOffice.length > 0) return stands(context, inOffice, asked);
  const account = await given(context, options, 'account', {
    ja: '最初の管理者のアカウント（例 kato.hanako。空なら何もしない）: ',
    en: 'Account of the first administrator (such as kato.hanako; empty: none): ',
  });
  if (account === null) {
    const line = say(
      '管理者：まだいません。--account と --name で指定してください。',
      'Administrator: none yet. Name one with --account and --name.',
    );
    return { status: 'notAsked', lines: [line] };
  }
  const known = items.find((person) => person.account === account);
  const made = known
    ? { password: null, lines: keptPassword(context, account) }
    : await orFailure(() => make(context, options, account, password));
  // Nothing is made, but the programme may be in by now: that is told beside it.
  if (made instanceof CommandFailure) return unmade(context, made);
  const until = PLANNED_UNTIL;
  const post = { post: 'administrator', programme: null, until };
  await client.post(accountView, `/accounts/${encodeURIComponent(account)}/posts`, post);
  const line = say(`管理者：${account} を任じました。`, `Administrator: ${account} is appointed.`);
  const value = { account, ...(made.password === null ? {} : { password: made.password }) };
  return { status: 'done', value, lines: [line, ...made.lines] };
}

function unmade({ say, language }: Context, failure: CommandFailure): Part {
  if (failure.problem?.code !== 'invalid') throw failure;
  const line = say(
    '管理者：まだいません。次を直して、もう一度実行してください。',
    'Administrator: none yet. Put this right and run it again.',
  );
  return { status: 'refused', lines: [line, ...failureLines(failure, language).slice(1)] };
}

/** Over all programmes, in office, and no account of a rehearsal. */
const administers = ({ disabled, rehearsal, posts }: AccountView): boolean =>
  !disabled &&
  rehearsal === null &&
  posts.some(({ post, programme }) => post === 'administrator' && programme === null);

/** The first is made once: any other is made by one who administers. */
function stands({ say }: Context, inOffice: readonly string[], asked: string | undefined): Part {
  const line = say(
    `管理者：います（${inOffice.join('、')}）。`,
    `Administrator: there (${inOffice.join(', ')}).`,
  );
  if (asked === undefined || inOffice.includes(asked)) return { status: 'stands', lines: [line] };
  const refused = say(
    `${asked} は任じていません。二人目からは sekimori people add と people grant --post administrator --over-all で任じます。`,
    `${asked} is not appointed. A second is: sekimori people add, then people grant --post administrator --over-all.`,
  );
  return { status: 'refused', lines: [line, refused] };
}

const keptPassword = ({ say }: Context, account: string): string[] => [
  say(
    `${account} は既にいた人なので、パスワードはそのままです（分からなければ sekimori people reset ${account}）。`,
    `${account} was there: the password stays as it was (where it is lost: sekimori people reset ${account}).`,
  ),
];

interface Made {
  /** To be handed out; null where its owner has chosen one. */
  password: string | null;
  lines: string[];
}

async function make(
  context: Context,
  options: Options,
  account: string,
  password: string | null,
): Promise<Made> {
  const { client, say, language } = context;
  const name = await given(context, options, 'name', { ja: '氏名: ', en: 'Name: ' });
  if (name === null) {
    throw new CommandFailure('wrongUse', {
      ja: '管理者の氏名が要ります（--name）。',
      en: 'The administrator needs a name (--name).',
    });
  }
  const chosen = password ?? (await chosenPassword(context));
  if (chosen !== null) await requireFit(context, { account, name, password: chosen });
  const issued = await client.post(issuedAccount, '/accounts', { account, name });
  const told = [
    `  ${account}  ${issued.password}  ${name}`,
    say(
      '初期パスワードは今だけ表示します。sekimori password で変えるまで、ほかのことはできません。',
      'The first password is shown only now. Nothing else can be done until sekimori password changes it.',
    ),
  ];
  if (chosen === null) return { password: issued.password, lines: told };
  const changed = await orFailure(() => choose(context, { account, current: issued.password, next: chosen }));
  if (!(changed instanceof CommandFailure)) {
    return { password: null, lines: [say('選んだパスワードで入れます。', 'The chosen password signs in.')] };
  }
  return { password: issued.password, lines: [...failureLines(changed, language), ...told] };
}

/** From a file descriptor, looked at before anything is made; null where none is named. @throws CommandFailure */
export function passwordGiven(options: Options): string | null {
  const from = options.text('passwordFd');
  if (from === undefined) return null;
  const secret = fromDescriptor(from);
  if ([...secret].length >= PASSWORD.least) return secret;
  throw new CommandFailure('wrongUse', {
    ja: `パスワードは${PASSWORD.least}文字以上にしてください（--password-fd）。何もしていません。`,
    en: `The password must have ${PASSWORD.least} characters or more (--password-fd). Nothing is done.`,
  });
}

interface Chosen {
  account?: string;
  name?: string;
  password: string;
}

/** The server's own rules, before anything is made. @throws CommandFailure */
export const requireFit = async ({ client }: Context, chosen: Chosen): Promise<void> => {
  await client.send('POST', '/accounts/password-check', chosen);
};

/** As far as it is known before anybody is asked. */
export function whoIsGiven(options: Options): Omit<Chosen, 'password'> {
  const [account, name] = [options.text('account'), options.text('name')];
  return { ...(account === undefined ? {} : { account }), ...(name === undefined ? {} : { name }) };
}

/** Typed twice, asked again until it is long enough and the same; null where nobody chooses. */
async function chosenPassword({ person, readInput }: Context): Promise<string | null> {
  if (person === null) return null;
  const rest = {
    ja: `パスワード（${PASSWORD.least}文字以上。空なら初期パスワードを作る）: `,
    en: `Password (${PASSWORD.least} characters or more; empty: one is made): `,
  };
  let asked = rest;
  for (;;) {
    const first = await readInput(asked);
    if (first === '') return null;
    const isShort = [...first].length < PASSWORD.least;
    if (!isShort && (await readInput({ ja: 'もう一度: ', en: 'Once more: ' })) === first) return first;
    const why = isShort
      ? { ja: '短すぎます。', en: 'Too short. ' }
      : { ja: '二度の入力が違います。', en: 'The two differ. ' };
    asked = { ja: why.ja + rest.ja, en: why.en + rest.en };
  }
}

function fromDescriptor(written: string): string {
  const unreadable = (why: string) => ({
    ja: `--password-fd ${written} からパスワードを読めません（${why}）。`,
    en: `No password can be read from --password-fd ${written} (${why}).`,
  });
  if (!/^\d{1,4}$/.test(written)) throw new CommandFailure('wrongUse', unreadable('number'));
  const secret = withoutLineEnd(tried(() => readFileSync(Number(written), 'utf8'), unreadable));
  if (secret !== '') return secret;
  throw new CommandFailure('wrongUse', unreadable('empty'));
}

async function choose(
  context: Context,
  { account, current, next }: { account: string; current: string; next: string },
): Promise<void> {
  const session = await sessionOf(context, { account, password: current, code: undefined });
  await session.send('POST', '/password', { current, next });
}
