// What is said of a checkpoint: the letter that carries it, and why a file is refused.
import type { CheckpointFault } from '../../ledger/lock/checkpoints.ts';
import type { Text } from '../../machines/definition/definition.ts';
import type { Checkpoint } from '../../machines/record/checkpoint.ts';
import { dayText } from '../names.ts';

export const refusedFile: Record<Exclude<CheckpointFault, 'unnamed' | 'untimely'>, Text> = {
  heads: {
    ja: 'チェックポイントの連鎖の並びが、サーバの作るものではありません。書き換えられています。',
    en: 'The chains of this checkpoint do not stand as a server writes them: it was altered.',
  },
  digest: {
    ja: 'チェックポイントの内容が、その検証値と合いません。書き換えられています。',
    en: 'This checkpoint is not what its digest says: it was altered.',
  },
  altered: {
    ja: 'チェックポイントの内容が、その署名と合いません。書き換えられています。',
    en: 'This checkpoint is not what was signed: it was altered.',
  },
};

export const ofAnother = (programme: string, code: string): Text => ({
  ja: `この計画（${code}）のチェックポイントではありません（${programme} のものです）。`,
  en: `This checkpoint is of ${programme}, not of this programme (${code}).`,
});

/** `世田谷区 令和8年3月2日のチェックポイント`. */
export const checkpointSubject = (programme: Text, day: string): Text => ({
  ja: `${programme.ja} ${dayText(day).ja}のチェックポイント`,
  en: `${programme.en}: checkpoint of ${dayText(day).en}`,
});

export const checkpointWords = {
  digest: { ja: '全体の検証値（SHA-256）', en: 'Digest of all (SHA-256)' },
  key: { ja: '署名した鍵', en: 'Signed by key' },
  at: { ja: '読み取った日時（実時刻）', en: 'Read at (by the wall)' },
  attached: { ja: '添付のファイル', en: 'The file attached' },
  keep: {
    ja: '全体の検証値と添付のファイルを、サーバの外に保管してください。印刷しておけば、後からファイルが替えられても分かります。',
    en: 'Keep the digest and the file away from the server. Printed, the digest shows a file that was changed later.',
  },
  compare: { ja: '確かめるとき', en: 'To compare' },
  how: {
    ja: '画面の「監査」の「記録は無傷か」にこのファイルを入れて確かめます（sekimori verify --anchors ファイル）。保管した時点までの切捨てと作り直しが分かります。',
    en: 'Give this file to “Is the record intact?” in the console’s Audit (sekimori verify --anchors FILE): what was cut off or made anew up to that moment shows.',
  },
  audit: { ja: '監査の画面', en: 'The page of the audit' },
} as const satisfies Record<string, Text>;

/** How much it holds. */
export function sizeText({ heads }: Pick<Checkpoint, 'heads'>): Text {
  const entries = heads.reduce((sum, { seq }) => sum + seq, 0);
  return {
    ja: `${heads.length}本の連鎖、計${entries}件`,
    en: `${heads.length} chains, ${entries} entries`,
  };
}
