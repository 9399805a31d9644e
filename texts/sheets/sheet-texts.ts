// What is said of a national sheet that was handed in: of its file, of cells that cannot be read, of what the record has no place for.
import type { Text } from '../../machines/definition/definition.ts';

const text = (ja: string, en: string): Text => ({ ja, en });

/** Of the file as a whole, by code. */
export const fileTexts = {
  'file.empty': text('ファイルが空です。', 'The file is empty.'),
  'file.broken': text(
    '.xlsx として開けません（壊れているか、別の種類のファイルです）。',
    'It cannot be opened as .xlsx: it is damaged, or of another kind.',
  ),
  'file.inflated': text(
    '展開すると大きすぎます。進捗表のシートだけを別のファイルに保存してください。',
    'It is too large once inflated. Save the sheet alone into a file of its own.',
  ),
  'file.otherKind': text(
    '古い形式（.xls）か、パスワード付きのファイルです。パスワードを外し、.xlsx か CSV で保存してください。',
    'It is an old .xls, or protected by a password. Save it as .xlsx or CSV without one.',
  ),
  'file.unreadable': text(
    'シートの中身を読み取れません。#N/A などのエラーのセルがないかを確かめ、.xlsx か CSV で保存し直してください。',
    'The sheet cannot be read. Look for cells of errors such as #N/A, and save it again as .xlsx or CSV.',
  ),
  'file.tooWide': text(
    '行か列が多すぎます（5,000行・200列まで）。自団体の行だけを残してください。',
    'It has too many rows or columns (up to 5,000 and 200). Keep the rows of your own municipality.',
  ),
  'file.tooLarge': text('ファイルが大きすぎます（700 KiB まで）。', 'The file is too large (up to 700 KiB).'),
  'file.base64': text('ファイルの中身（Base64）を読み取れません。', 'The content is no base64.'),
  'sheet.none': text(
    '進捗表が見つかりません。見出しの行に「業務名」と、ステップの列（①-1 など）か「ステップ」「状況」の列が要ります。',
    'No sheet of steps is in it. A row of headings needs 業務名, and columns of steps (such as ①-1) or ステップ and 状況.',
  ),
  'sheet.unknown': text('その名前のシートはありません。', 'There is no sheet of that name.'),
  'sheet.several': text(
    '進捗表と読めるシートが複数あります。どれを読むかを指定してください。',
    'Several sheets could be meant. Say which.',
  ),
  'sheet.columnTwice': text('同じ意味の列が二つあります。', 'Two columns mean the same.'),
  'sheet.nothingOfYours': text(
    'この団体の行がありません（都道府県名・市区町村名・団体コードを確かめてください）。',
    'No row is of this municipality: look at the prefecture, the name and the code.',
  ),
  'sheet.dayMissing': text(
    'いつのことかが分かりません。実施日の列を入れるか、日付を指定してください。',
    'It is not known when it happened: give the sheet a column 実施日, or say the day.',
  ),
} as const;

export const csvBroken = (line: number): Text =>
  text(
    `CSV として読めません（${line}行目。引用符が閉じていないなど）。`,
    `It cannot be read as CSV (line ${line}: a quote that is not closed, for one).`,
  );

export const claimTwice = (others: readonly string[]): Text =>
  text(
    `同じ業務の同じステップが、別のセル（${others.join('、')}）に違う状況で書かれています。`,
    `The same step of the same business stands otherwise in ${others.join(', ')}.`,
  );

export const foreignSystem = (known: readonly string[]): Text =>
  text(
    `この計画のシステムではありません。${known.join('、')} のいずれかです。`,
    `It is no system of this programme. They are ${known.join(', ')}.`,
  );

export const mixedRehearsal: Text = text(
  '演習から書き出した行です。実運用の計画には取り込めません。',
  'The row comes from a rehearsal. It is not taken into a real programme.',
);

export const reasonUnreadable = (most: number): Text =>
  text(`理由は${most}文字までの文です。`, `A reason is a text of up to ${most} characters.`);

export const businessOutside = (business: string) => ({
  code: 'business.outside',
  message: text(
    `${business}は、この計画では対象外の業務です。`,
    `${business} does not apply in this programme.`,
  ),
});

export const noSystem = (business: string, system: string | null) => ({
  code: 'business.noSystem',
  message:
    system === null
      ? text(`${business}を担うシステムがありません。`, `No system carries ${business}.`)
      : text(`${system} は${business}を担っていません。`, `${system} does not carry ${business}.`),
});

export const sharedBusiness = (business: string, systems: readonly string[]) => ({
  code: 'business.shared',
  message: text(
    `${business}は複数のシステム（${systems.join('、')}）で担われており、どれのことか分かりません。「システム」の列を加えてください。`,
    `${business} is carried by several systems (${systems.join(', ')}), and which is meant is not said. Add a column システム.`,
  ),
});

export const severalPosts = (posts: readonly { id: string; label: Text }[]) => ({
  code: 'post.several',
  message: text(
    `行える職が複数あります。職を選んでください：${posts.map(({ id, label }) => `${id}（${label.ja}）`).join('、')}`,
    `Several of your posts may do this. Choose one: ${posts.map(({ id, label }) => `${id} (${label.en})`).join(', ')}`,
  ),
});

export const postMissing = {
  code: 'post.none',
  message: text('このシステムについて、あなたの職がありません。', 'You hold no post for this system.'),
};
