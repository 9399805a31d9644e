// What is wrong with an entry that verification found. One closed table.
import type { Fault } from '../ledger/proof/wrong.ts';
import type { Text } from '../machines/definition/definition.ts';

const faults: Record<Fault, Text> = {
  hash: { ja: '記録の内容がハッシュ値と一致しません。', en: 'The entry is not what was hashed.' },
  prev: { ja: '直前の記録とつながっていません。', en: 'The entry does not follow the one before it.' },
  gap: { ja: '直前の記録が欠けています。', en: 'Entries before it are missing.' },
  snapshot: { ja: '状態がハッシュ値と一致しません。', en: 'The state is not the one that was hashed.' },
  derived: {
    ja: '検索用の日付が記録の日付と一致しません。',
    en: 'A derived date does not follow from the hashed dates.',
  },
  decision: { ja: '決定をやり直すと、別の状態になります。', en: 'Decided again, the event leads elsewhere.' },
  effects: {
    ja: '決定をやり直すと、別の通知になります。',
    en: 'Decided again, the event causes other effects.',
  },
  definition: { ja: '決定に使われた定義がありません。', en: 'The definition that decided it is missing.' },
  anchor: { ja: '保管された検証値と異なる記録です。', en: 'A checkpoint saw another entry here.' },
  cutOff: { ja: '検証値にある記録が失われています。', en: 'A checkpoint saw entries that are gone.' },
};

export const faultText = (fault: Fault): Text => faults[fault];
