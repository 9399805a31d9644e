// The words of the first set-up.
import type { Words } from '../words/sentence.ts';

export const setUpWords = {
  'setup.title': { ja: 'はじめての設定', en: 'First set-up' },
  'setup.what': {
    ja: '実運用を始めます。途中で閉じても、済んだところから続けられます。',
    en: 'This begins the real installation. Close it at any time: it goes on where it stood.',
  },
  'setup.parts': { ja: '設定の順序', en: 'The parts of the set-up' },
  'setup.code': { ja: '設定コード', en: 'Set-up code' },
  'setup.programme': { ja: '計画', en: 'Programme' },
  'setup.administrator': { ja: '管理者', en: 'Administrator' },
  'setup.people': { ja: '人', en: 'People' },
  'setup.next': { ja: '次にすること', en: 'What to do next' },
  'setup.done': { ja: '済み', en: 'done' },
  'setup.toSignIn': { ja: 'サインインへ', en: 'To sign in' },
  'setup.codeWhat': {
    ja: '関守を起動した端末（またはその記録）に「設定コード」として示された20文字です。ここにいる人が、この機械を起動した人であることを確かめます。',
    en: 'The twenty letters told as the set-up code where Sekimori was started, on its terminal or in its log: they show that whoever sits here started it.',
  },
  'setup.codeMissing': { ja: '設定コードを入れてください。', en: 'Give the set-up code.' },
  'setup.begin': { ja: '始める', en: 'Begin' },
  'setup.checking': { ja: '確かめています', en: 'Checking' },
  'setup.failed': { ja: '受け付けられません', en: 'This is not accepted' },
  'setup.programmeWhat': {
    ja: '計画のフォルダを読み込みます。ひな形は npx sekimori new で作れます（書き方は手引きの「計画の書き方」）。読み込む前に、何が起こるかを示します。',
    en: 'Load the folder of your programme. npx sekimori new writes a beginning (docs/writing-a-programme.md says how). What would happen is shown before it is loaded.',
  },
  'setup.looked': { ja: '計画の下見', en: 'The programme, looked at' },
  'setup.nothing': {
    ja: '{name}（{code}）は新しく読み込まれます。',
    en: '{name} ({code}) would be loaded anew.',
  },
  'setup.part': {
    ja: '{name}（{code}）の途中までの読込みが完了します。',
    en: 'The loading of {name} ({code}), which was cut off, would be completed.',
  },
  'setup.whole': {
    ja: '{name}（{code}）は既に読み込まれています。',
    en: '{name} ({code}) is loaded already.',
  },
  'setup.differs': {
    ja: '{name}（{code}）は別の内容で既に読み込まれているため、読み込めません。',
    en: '{name} ({code}) stands with another content: it would be refused.',
  },
  'setup.counts': {
    ja: '{systems}システム、過去の記録{entries}件。まだ何も読み込んでいません。',
    en: '{systems} systems, {entries} entries of the past. Nothing is loaded yet.',
  },
  'setup.remarks': {
    ja: '確かめるところ（読み込めます）',
    en: 'To be looked at (it can be loaded all the same)',
  },
  'setup.load': { ja: 'この計画を読み込む', en: 'Load this programme' },
  'setup.loading': {
    ja: '読み込んでいます（数十秒かかることがあります）',
    en: 'Loading (this may take a minute)',
  },
  'setup.loadUnsure': {
    ja: '答えがまだ届いていません。読込みは続いているかもしれません。終われば、この画面は自動で次へ進みます。もう一度押しても、二重には読み込みません。',
    en: 'No answer has come yet. The loading may go on: once it is done this page goes on by itself. Pressed again, nothing is loaded twice.',
  },
  'setup.underWay': {
    ja: '{name}（{code}）の読込みが途中です。進んでいれば、終わると自動で次へ進みます。切れていたら、同じフォルダをもう一度渡してください。残りだけを行います。',
    en: '{name} ({code}) is loaded in part. Where it goes on, this page goes on once it is done; where it was cut off, give the same folder again: only the rest is done.',
  },
  'setup.isIn': {
    ja: '{name}（{code}、{systems}システム）が入っています。',
    en: '{name} ({code}, {systems} systems) is in.',
  },
  'setup.administratorWhat': {
    ja: '最初の管理者を任じます。人と職を登録し、計画を読み込める人です。計画の記録に残り、登録すると設定コードは使えなくなります。',
    en: 'Appoint the first administrator, who makes people, gives posts and loads programmes. The record keeps it, and the set-up code is used up by it.',
  },
  'setup.account': { ja: 'アカウント', en: 'Account' },
  'setup.accountHint': {
    ja: '英小文字・数字・_ . @ -（例 kato.hanako）。サインインに使います。',
    en: 'a-z, 0-9, _ . @ - (as kato.hanako). It is what you sign in with.',
  },
  'setup.name': { ja: '氏名', en: 'Name' },
  'setup.nameHint': { ja: '記録に残る名前です。', en: 'As the record will name you.' },
  'setup.password': { ja: 'パスワード', en: 'Password' },
  'setup.again': { ja: 'パスワード（もう一度）', en: 'Password, again' },
  'setup.againHint': { ja: '上と同じものを入れます。', en: 'The same as above.' },
  'setup.differ': { ja: '二つのパスワードが違います。', en: 'The two passwords differ.' },
  'setup.missing': { ja: '{field}を入れてください。', en: 'Give it: {field}.' },
  'setup.appoint': { ja: '管理者として登録して進む', en: 'Appoint and go on' },
  'setup.appointing': { ja: '登録しています', en: 'Appointing' },
  'setup.appointUnsure': {
    ja: '答えが届いていません。登録されたかもしれません。もう一度押すと確かめます（二重には登録しません）。',
    en: 'No answer came: it may be done. Press again to find out; nothing is done twice.',
  },
  'setup.notYou': {
    ja: 'この設定はシステム管理者が行います。',
    en: 'This is done by an administrator.',
  },
  'setup.peopleWhat': {
    ja: '人の一覧を渡すと、行ごとの下見のあとで登録し、職を与えます。あとからでも、設定の「人」でできます。',
    en: 'Give a list of people: it is looked at row by row, then they are made and given their posts. It can be done later too, in the settings.',
  },
  'setup.posts': { ja: '職の欄に書けるもの：{posts}', en: 'What stands in the column of posts: {posts}' },
  'setup.lacks': { ja: 'まだ足りないもの', en: 'Still lacking' },
  'setup.lacksNothing': { ja: '足りない人はいません。', en: 'Nobody is lacking.' },
  'setup.toToday': { ja: '本日の画面を開く', en: 'Open today’s page' },
  'setup.toPeople': {
    ja: 'もう一人の管理者を任じる、職を与える（設定の「人」）',
    en: 'Appoint a second administrator, give posts (people, in the settings)',
  },
  'setup.toContact': { ja: '自分へのお知らせの送り先を決める', en: 'Say how you are told' },
  'setup.backup': {
    ja: '機械を預かる人は、控えを取る手順（npm run backup、手引きの「動かす人へ」）を定めてください。',
    en: 'Whoever keeps the machine sees to its backups (npm run backup, docs/operators.md).',
  },
} as const satisfies Words;
