// What is wrong with an entry, a row or a guard that verification found. One closed table.
import type { Fault } from '../ledger/proof/wrong.ts';
import type { Text } from '../machines/definition/definition.ts';

/** Honest where the address serves a new data folder, or one that was put back from a copy. */
const FORGET: Text = {
  ja: '承知のうえでデータを替えたのなら、前の検証値を忘れさせてください（sekimori verify --forget）。',
  en: 'Where the data were replaced on purpose, drop what was seen (sekimori verify --forget).',
};

const faults: Record<Fault, Text> = {
  trigger: {
    ja: '変更を拒むトリガーが外されたか、替えられたか、加えられています。',
    en: 'A trigger that refuses changes was dropped or altered, or one was added.',
  },
  right: {
    ja: 'データベースの権限が、この版の定めより広くなっています。',
    en: 'The rights in the database are wider than this release grants.',
  },
  function: {
    ja: 'データベースの関数が、この版のものと違います。',
    en: 'A function of the database is not that of this release.',
  },
  table: {
    ja: '表がないか、別の種類のものに替えられています。',
    en: 'A table is gone or is no plain table.',
  },
  column: {
    ja: '表の列が、この版のものと違います(記録の内容から作られる列の式を含みます)。',
    en: 'A column is not that of this release, how it follows from the bytes included.',
  },
  key: {
    ja: '表の主キー・一意・検査・参照の制約が外されたか、替えられています。',
    en: 'A key or another constraint of a table was dropped or altered.',
  },
  shadow: {
    ja: '同じ名前のものが別のスキーマにあるか、名前の指すものを替える設定・演算子・型変換があります。',
    en: 'Another schema holds something of the same name, or a setting, operator or cast changes what names mean.',
  },
  unexamined: {
    ja: 'この検査は最後まで行えませんでした(表や列が替えられています)。その検査の結果は何も示しません。',
    en: 'This check could not be made to its end: tables or columns are not as they were made. It shows nothing.',
  },
  accessGap: {
    ja: '閲覧・出力の記録の番号に抜けがあります（取り消された書込み、データベースの異常停止、削除のいずれか）。',
    en: 'Numbers are missing in the access log: a write rolled back, an unclean stop of the database, or a deletion.',
  },
  definitionRow: {
    ja: '定義の内容が、置かれている団体のものではないか、正規の形ではありません。',
    en: 'A definition is not canonical, or not that of the programme it stands for.',
  },
  definitionDigest: {
    ja: '定義の内容が、記録が名指しする定義と違います。',
    en: 'The definition is not the one that the entry names by its digest.',
  },
  broken: {
    ja: 'ここから、前の鍵の引渡しなしに別の鍵が署名しています（前の設置を失ったときの断絶）。記録の文と、写しを取った控えの検証値で確かめてください。',
    en: 'From here on another key signs, to which the one before has not handed over (its installation was said to be lost). Compare with heads kept elsewhere.',
  },
  definition: { ja: '決定に使われた定義がありません。', en: 'The definition that decided it is missing.' },
  definitionUnnamed: {
    ja: '連鎖のどの記録も名指ししない定義があります。',
    en: 'A definition that no entry of its chain names.',
  },
  hash: { ja: '記録の内容がハッシュ値と一致しません。', en: 'The entry is not what was hashed.' },
  prev: { ja: '直前の記録とつながっていません。', en: 'The entry does not follow the one before it.' },
  gap: { ja: '直前の記録が欠けています。', en: 'Entries before it are missing.' },
  body: { ja: '記録の内容を読み取れません。', en: 'The bytes of the entry are no body of the record.' },
  place: {
    ja: '別の連鎖または別の番号の記録が置かれています。',
    en: 'The entry belongs to another chain or another number.',
  },
  order: { ja: '直前の記録より前の日時に記録されています。', en: 'Recorded before the entry before it.' },
  wall: {
    ja: '実時刻が直前の記録より戻っているか、演習でない記録の二つの日時が違います。',
    en: 'The wall’s time runs back from the entry before it; or, outside rehearsals, the two instants differ.',
  },
  unseen: {
    ja: '索引から見えない記録の行があります。',
    en: 'The table holds rows that its index does not show.',
  },
  stateHash: { ja: '状態がハッシュ値と一致しません。', en: 'The state is not the one that was hashed.' },
  effectsHash: {
    ja: '通知・連絡がハッシュ値と一致しません。',
    en: 'The effects are not those that were hashed.',
  },
  unreadable: {
    ja: 'ハッシュ値は合いますが、状態または通知として読み取れません。',
    en: 'Hashed as it stands, and no state or effect that can be read.',
  },
  derived: {
    ja: '検索用の列が記録の内容と一致しません。',
    en: 'A column beside the entry does not follow from its bytes.',
  },
  signature: {
    ja: '署名が、その時点で計画の記録が名指しする鍵のものではありません。',
    en: 'The signature is not that of a key which the programme’s chain names for that point.',
  },
  unsigned: {
    ja: '人または取込の記録に署名がありません。',
    en: 'An entry of a person or an import is not signed.',
  },
  keys: {
    ja: '計画の記録が署名の鍵を名指ししていません（最初の記録で定め、以後はその鍵の署名で替えます）。',
    en: 'The programme’s chain names no signing key: its first entry pins one, which signs for the next.',
  },
  powers: {
    ja: '人の記録が、本人のその時効力のある職の付与を示していません。',
    en: 'A person’s entry names no grant of theirs that held then.',
  },
  timer: {
    ja: 'タイマーの記録ですが、その時点で来ていた期限がありません。',
    en: 'A timer’s entry, and no deadline was due in the state before it.',
  },
  milestone: {
    ja: '他のシステムの節目の記録ですが、それを知らせた記録がありません。',
    en: 'A milestone’s entry, and no entry of the other chain announced it.',
  },
  occurrence: {
    ja: '計画の記録のどこにも登録されていない出来事が、移行に届いたことになっています',
    en: 'a migration is said to have heard of what no entry of its programme records',
  },
  adoption: {
    ja: '計画の改定を適用した記録ですが、承認された改定と合いません。',
    en: 'An adoption’s entry, and it is not what the programme has approved and adopted.',
  },
  correction: {
    ja: '訂正の記録ですが、訂正前の内容とされたものが、指している記録にありません。',
    en: 'A correction’s entry, and what it says stood does not stand in the entry that it names.',
  },
  seen: {
    ja: '後閲の記録ですが、後閲したとされた代決が、指している記録にありません。',
    en: 'An entry of what was seen afterwards, and no deputy so decided in the entry that it names.',
  },
  resolution: {
    ja: '会議体の議決の記録ですが、計画の記録の、指している閉会に、そのような議決がありません。',
    en: 'An entry of what a body resolved, and the closing that it names in the programme’s record resolved no such thing.',
  },
  missing: {
    ja: '計画にあるシステムの定義と記録がありません。',
    en: 'A system that the programme names has neither definition nor entries.',
  },
  nothing: {
    ja: '記録が一件もありません（まだ何も起きていないか、すべて消されたか、この記録からは分かりません）。',
    en: 'There is not one entry: nothing has happened yet or all were deleted, which the record alone cannot tell.',
  },
  empty: {
    ja: '記録がまだありません（消されたのでないことは、保管された検証値だけが示せます）。',
    en: 'No entries yet; that none were deleted only a head kept elsewhere can show.',
  },
  unnamed: {
    ja: 'システムの定義はありますが、それを束ねる計画の定義がありません。',
    en: 'Systems are defined, and no programme that names them.',
  },
  stranger: {
    ja: '計画の定義にないシステムの定義または記録があります。',
    en: 'A system with a definition or entries that its programme does not name.',
  },
  unwatched: {
    ja: '読み込みが終わったとされていないため、この計画のワークフローは見張られていません。',
    en: 'Its loading is not said to have come to its end: nobody watches the workflows of this programme.',
  },
  anchor: { ja: '保管された検証値と異なる記録です。', en: 'A head kept elsewhere saw another entry here.' },
  cutOff: {
    ja: '保管された検証値にある記録が失われています。',
    en: 'A head kept elsewhere saw entries that are gone.',
  },
  checkpointKey: {
    ja: 'このチェックポイントに署名した鍵を、計画の記録は一度も名指ししていません。この設置のものではないか、記録が別の鍵で作り直されています。',
    en: 'The programme’s record never names the key that signed this checkpoint: it is of another installation, or the record was made anew under another key.',
  },
  checkpointTime: {
    ja: 'このチェックポイントに署名した鍵は、そこに書かれた日時には効力のない鍵です。',
    en: 'The key that signed this checkpoint was not in force at the moment which it states.',
  },
  rememberedDiffers: {
    ja: `このコマンドが前に見た記録と異なります。${FORGET.ja}`,
    en: `This command saw another entry here before. ${FORGET.en}`,
  },
  rememberedGone: {
    ja: `このコマンドが前に見た記録が失われています。${FORGET.ja}`,
    en: `This command saw entries before that are gone. ${FORGET.en}`,
  },
  workflowAhead: {
    ja: 'ワークフローが知っている記録が失われています。',
    en: 'The workflow knows entries that are gone.',
  },
  workflowBehind: {
    ja: 'ワークフローが記録に追いついていません（知らせを受けると追いつきます）。',
    en: 'The workflow has not caught up with the record; it does when it is nudged.',
  },
  workflowDiffers: {
    ja: 'ワークフローが知っている記録と異なります。',
    en: 'The workflow knows another entry here.',
  },
  workflowAbsent: { ja: 'ワークフローが動いていません。', en: 'No workflow runs for this chain.' },
  workflowSilent: {
    ja: 'ワークフローに問い合わせられませんでした（動かす基盤か、作業者が応えません）。',
    en: 'The workflow could not be asked: Temporal or the worker does not answer.',
  },
  board: { ja: '一覧の行が記録と一致しません。', en: 'The board does not follow from the record.' },
  deadline: { ja: '期限の行が記録と一致しません。', en: 'The deadlines do not follow from the record.' },
  notice: { ja: '受信箱の行が記録と一致しません。', en: 'The inbox does not follow from the record.' },
  letter: { ja: '発送の行が記録と一致しません。', en: 'The letters to send do not follow from the record.' },
  grant: {
    ja: '職の付与の行が記録と一致しません。',
    en: 'The row of a grant does not follow from the record.',
  },
  person: { ja: '人の行が記録と一致しません。', en: 'The row of a person does not follow from the record.' },
  decision: { ja: '決定をやり直すと、別の状態になります。', en: 'Decided again, the event leads elsewhere.' },
  effects: {
    ja: '決定をやり直すと、別の通知になります。',
    en: 'Decided again, the event causes other effects.',
  },
};

export const faultText = (fault: Fault): Text => faults[fault];
