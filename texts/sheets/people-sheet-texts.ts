// What is said of a list of people that was handed in, row by row: what cannot be read, and what the record has no place for.
import type { Text } from '../../machines/definition/definition.ts';
import type { Lack } from '../../machines/programme/powers/lacking.ts';
import type { Names } from '../names.ts';

const text = (ja: string, en: string): Text => ({ ja, en });

export const peopleFileTexts = {
  'people.none': text(
    '人の一覧が見つかりません。見出しの行に「アカウント」と、「氏名」か「職」が要ります。',
    'No list of people is in it. A row of headings needs アカウント (account), and 氏名 (name) or 職 (posts).',
  ),
  'people.several': text(
    '人の一覧と読めるシートが複数あります。どれを読むかを指定してください。',
    'Several sheets could be meant. Say which.',
  ),
  'people.empty': text('見出しの下に行がありません。', 'There is no row below the headings.'),
} as const;

export const peopleTexts = {
  accountForm: text(
    'アカウントは英小文字・数字で始まる、英小文字・数字・_ . @ - だけの100文字までの名前です。',
    'An account is up to 100 of a-z, 0-9, _ . @ and -, beginning with a letter or digit.',
  ),
  accountReadAs: (account: string): Text =>
    text(
      `アカウント ${account} として読みました（大文字・全角は区別しません）。`,
      `Read as the account ${account}: letter case and width do not matter.`,
    ),
  nameForm: text(
    '氏名は100文字までの一行です（改行・制御文字は使えません）。',
    'A name is one line of up to 100 characters, without breaks and control characters.',
  ),
  ownSign: text(
    '外字が含まれています。ほかの機械では別の字か空白に見えます。通用する字に改めてください（このままでも登録できます）。',
    'It holds a sign of this machine’s own (外字), shown otherwise or not at all elsewhere. Write a common one; it is taken all the same.',
  ),
  mailForm: text(
    'メールアドレスではありません（例：taro@city.example.lg.jp）。一人に一つ書きます。',
    'It is no mail address, as taro@city.example.lg.jp is one. Write one for each person.',
  ),
  mailReadAs: (address: string): Text =>
    text(`${address} として読みました（全角は区別しません）。`, `Read as ${address}: width does not matter.`),
  mailTwice: (address: string, row: number): Text =>
    text(
      `${row}行目では、同じアカウントのメールアドレスが ${address} です。`,
      `Row ${row} gives the same account the address ${address}.`,
    ),
  backward: text('終わりの日が初めの日より前です。', 'It ends before it begins.'),
  postsMissing: text('システムか日付があるのに職がありません。', 'It has systems or days, and no post.'),
  reserved: text('関守が自分のために使う名前です。', 'Sekimori keeps this name for itself.'),
  nameMissing: text('新しい人には氏名が要ります。', 'Whoever is new needs a name.'),
  nameDiffers: (known: string): Text =>
    text(
      `このアカウントの氏名は「${known}」です。同じ人の氏名の変更なら --rename（API では rename）を付けてください。`,
      `This account is ${known}’s. Where the same person’s name has changed, say --rename (rename in the API).`,
    ),
  nameTwice: (name: string, row: number): Text =>
    text(
      `${row}行目では、同じアカウントの氏名が「${name}」です。`,
      `Row ${row} calls the same account ${name}.`,
    ),
  otherRehearsal: text(
    '別の演習のアカウントです。この計画の職は与えられません。',
    'It is an account of another rehearsal, and takes no post of this programme.',
  ),
  disabled: (account: string): Text =>
    text(
      `停止中のアカウントです。先に再開してください（sekimori people enable ${account}）。`,
      `The account is disabled. Enable it first (sekimori people enable ${account}).`,
    ),
  unknownPost: (known: readonly string[]): Text =>
    text(
      `この計画にその職はありません。次のいずれか（id か名前）を書きます：${known.join('、')}`,
      `This programme has no such post. Write one of these, by id or name: ${known.join(', ')}`,
    ),
  administratorPost: text(
    '機械の管理者は一覧からは任じられません。その人に直接、職を与えてください（sekimori people grant アカウント --post administrator --over-all）。',
    'No list makes administrators. Grant it to the person (sekimori people grant ACCOUNT --post administrator --over-all).',
  ),
  unknownSystem: (known: readonly string[]): Text =>
    text(
      `この計画にそのシステムはありません。次のいずれか（id か名前）を書きます：${known.join('、')}`,
      `This programme has no such system. Write one of these, by id or name: ${known.join(', ')}`,
    ),
  severalMeant: (ids: readonly string[]): Text =>
    text(
      `どれのことか分かりません。id で書いてください：${ids.join('、')}`,
      `It could be any of ${ids.join(', ')}: write the id.`,
    ),
  over: (until: string): Text =>
    text(`その職は ${until} で終わっています。`, `The post would be over since ${until}.`),
  overlaps: (from: string, until: string): Text =>
    text(
      `同じ職を ${from}〜${until} で持っており、期間が重なります。続きなら、その翌日から書いてください。`,
      `The same post is held from ${from} to ${until}, and the days overlap. To go on, begin on the day after.`,
    ),
  twice: (row: number): Text =>
    text(`${row}行目と同じ職・期間です（一度だけ与えます）。`, `Row ${row} says the same; it is given once.`),
} as const;

/** What a programme lacks, with what its posts are called. */
export function lackText(lack: Lack, names: Pick<Names, 'post'>): Text {
  switch (lack.code) {
    case 'post.vacant': {
      const { ja, en } = names.post(lack.post);
      return text(
        `${ja}（${lack.post}）：職にある人がいません。`,
        `${en} (${lack.post}): nobody holds the post.`,
      );
    }
    case 'body.belowQuorum': {
      const { post, held, needed } = lack;
      const { ja, en } = names.post(post);
      return text(
        `${ja}（${post}）：${held}人しかおらず、決めるのに要る${needed}人に足りません。`,
        `${en} (${post}): ${held} of the ${needed} people it takes to decide.`,
      );
    }
    case 'administrator.none':
      return text('機械の管理者がいません。', 'Nobody administers the machine.');
    case 'administrator.single':
      return text(
        '機械の管理者が一人だけです。不在に備えて、もう一人を任じてください。',
        'One person alone administers the machine: appoint a second, for when the first is away.',
      );
  }
}
