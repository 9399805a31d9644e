// What each check of a verification is called, and what it can and cannot show. One closed table; docs/auditors.md says the
// same at length.
import type { Check } from '../ledger/proof/wrong.ts';
import type { Text } from '../machines/definition/definition.ts';

interface CheckText {
  name: Text;
  shows: Text;
}

const texts: Record<Check, CheckText> = {
  guards: {
    name: { ja: '守り', en: 'guards' },
    shows: {
      ja: 'トリガー・関数・列・鍵・所有者・権限がいまこの版のとおりで、名前の指すものを替えるものがないこと。外されて戻されていれば分からない。',
      en: 'Triggers, functions, columns, keys, owners and rights stand now as this release made them, and nothing changes what names mean; not that it always was so.',
    },
  },
  access: {
    name: { ja: '閲覧・出力の記録', en: 'access log' },
    shows: {
      ja: '番号の抜けだけ。抜けには異常停止などの理由もあり、末尾の削除や書換えは分からない。',
      en: 'Missing numbers only, which an unclean stop causes too; neither an altered line nor a deleted tail.',
    },
  },
  definitions: {
    name: { ja: '定義', en: 'definitions' },
    shows: {
      ja: '記録が名指しする定義があり、名指しされた検証値と同じで、名指しされない版がないこと。記録のない連鎖の定義は示せない。',
      en: 'The definitions that entries name stand, with the digest that is named, and no other version; not those of chains without entries.',
    },
  },
  chains: {
    name: { ja: '連鎖', en: 'chains' },
    shows: {
      ja: '各記録がハッシュされたとおりで、直前の記録に続き、時刻が戻らないこと。末尾の切捨てと、連鎖ごとの作り直しは示せない。',
      en: 'Each entry is what was hashed and follows the one before, also in time; not that no tail was cut off or chain made anew.',
    },
  },
  states: {
    name: { ja: '状態と通知', en: 'states and effects' },
    shows: {
      ja: '状態と通知がハッシュされたとおりであること。その決定が正しかったことは「決定のやり直し」が示す。',
      en: 'States and effects are those that were hashed; that they follow from the events, --decide shows.',
    },
  },
  columns: {
    name: { ja: '検索用の列', en: 'columns' },
    shows: {
      ja: '検索や並べ替えに使う列が記録の内容どおりであること。',
      en: 'What is searched by says what the bytes say.',
    },
  },
  signatures: {
    name: { ja: '署名', en: 'signatures' },
    shows: {
      ja: '人と取込の記録がサーバの鍵で署名されていること。鍵を持つ者の偽造は示せない。',
      en: 'What people and imports sent was signed by the server; not what one who holds its key forged.',
    },
  },
  powers: {
    name: { ja: '職の裏付け', en: 'powers' },
    shows: {
      ja: '人の記録が、その日に効力のある本人の職の付与を示していること。記録に職が載る前の分は示せない。',
      en: 'Each person’s entry names a grant of theirs that held then; not those from before the chain told of posts.',
    },
  },
  automatic: {
    name: { ja: 'タイマーと節目', en: 'timers and milestones' },
    shows: {
      ja: 'タイマーの記録には来ていた期限が、節目の記録には知らせた記録があること。',
      en: 'A timer’s entry had a deadline that was due; a milestone’s was announced by the other chain.',
    },
  },
  complete: {
    name: { ja: 'あるべき連鎖', en: 'chains that must be' },
    shows: {
      ja: '計画にあるシステムがそろい、ほかのものが混じらないこと。記録がまだないものは名を挙げる（消されたかどうかは示せない）。',
      en: 'Every system of the programme is there, and no other; those without entries are named, deleted or not.',
    },
  },
  anchors: {
    name: { ja: '保管された検証値', en: 'heads kept elsewhere' },
    shows: {
      ja: '検証値を保管した時点までの記録が、切り捨てられも作り直されもしていないこと。',
      en: 'Nothing up to the kept heads was cut off or made anew.',
    },
  },
  remembered: {
    name: { ja: 'このコマンドが覚えている検証値', en: 'heads this command remembers' },
    shows: {
      ja: 'このコマンドが前に見た記録が、切り捨てられも作り直されもしていないこと。',
      en: 'Nothing that this command saw before was cut off or made anew.',
    },
  },
  workflows: {
    name: { ja: 'ワークフロー', en: 'workflows' },
    shows: {
      ja: '動いている移行の側が覚えている先頭と同じであること。両方を書き換えられる者には意味がない。',
      en: 'The heads that Temporal remembers are these; nothing against one who may write to both.',
    },
  },
  models: {
    name: { ja: '一覧・期限・受信箱・発送・人と職', en: 'read models' },
    shows: {
      ja: '画面に出る行が記録から作り直したものと同じであること。既読と発送済みの印は示せない。',
      en: 'What pages show is what the record gives; not the marks of what was read or delivered.',
    },
  },
  decisions: {
    name: { ja: '決定のやり直し', en: 'decisions' },
    shows: {
      ja: '同じ定義で決定し直しても同じ状態と通知になること。出来事そのものが本当だったことは示せない。',
      en: 'Decided again, each event leads where the record says; not that the event was true.',
    },
  },
};

export const checkText = (check: Check): CheckText => texts[check];
