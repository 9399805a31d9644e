// Why a backup cannot be taken or put back: codes with their facts, and the sentences made of them in one place.

export type BackupFault =
  | { code: 'use.wrong' }
  | { code: 'database.outside' }
  | { code: 'nothing.there'; folder: string }
  | { code: 'target.notEmpty'; folder: string }
  | { code: 'target.inside'; folder: string; data: string }
  | { code: 'target.notWritable'; folder: string; why: string }
  | { code: 'database.ended'; why: string }
  | { code: 'backup.none'; folder: string }
  | { code: 'backup.damaged'; folder: string; files: readonly string[] };

/** `message` is fit for the reader, Japanese first. */
export class BackupFailure extends Error {
  readonly fault: BackupFault;

  constructor(fault: BackupFault) {
    super(sentences(fault).join('\n'));
    this.name = 'BackupFailure';
    this.fault = fault;
  }
}

function sentences(fault: BackupFault): readonly [ja: string, en: string] {
  switch (fault.code) {
    case 'use.wrong':
      return [
        '使い方: npm run backup -- 控えのフォルダー / npm run restore -- 控えのフォルダー',
        'Use: npm run backup -- FOLDER, or npm run restore -- FOLDER',
      ];
    case 'database.outside':
      return [
        'DATABASE_URL の PostgreSQL は、その控えの仕組み（pg_dump、pg_basebackup など）で控えてください。SEKIMORI_DATA の secrets/ と session-secret も一緒に保管してください。',
        'The PostgreSQL of DATABASE_URL is backed up by its own means (pg_dump, pg_basebackup …). Keep secrets/ and session-secret of SEKIMORI_DATA with it.',
      ];
    case 'nothing.there':
      return [
        `${fault.folder} には関守のデータがありません。SEKIMORI_DATA を確かめてください。`,
        `There is no data of Sekimori in ${fault.folder}. Check SEKIMORI_DATA.`,
      ];
    case 'target.notEmpty':
      return [
        `${fault.folder} は空ではありません。上書きはしません。まだないフォルダーを指定してください。`,
        `${fault.folder} is not empty, and nothing is overwritten. Name a folder that is not there yet.`,
      ];
    case 'target.inside':
      return [
        `${fault.folder} はデータフォルダー ${fault.data} の中です。別の場所を指定してください。`,
        `${fault.folder} is inside the data folder ${fault.data}. Name another place.`,
      ];
    case 'target.notWritable':
      return [
        `${fault.folder} に書けませんでした（${fault.why}）。書きかけのものは消しました。`,
        `${fault.folder} could not be written (${fault.why}). What was begun is removed.`,
      ];
    case 'database.ended':
      return [
        `控えの途中でデータベースが応じなくなりました（${fault.why}）。控えはできていません。もう一度実行してください。`,
        `The database ended while it was copied (${fault.why}). There is no backup; run this again.`,
      ];
    case 'backup.none':
      return [
        `${fault.folder} は関守の控えではありません（backup.json がないか、読めません）。`,
        `${fault.folder} is no backup of Sekimori (backup.json is missing or cannot be read).`,
      ];
    case 'backup.damaged':
      return [
        `控え ${fault.folder} は、作られたときと違います。戻しません: ${shown(fault.files)}`,
        `The backup ${fault.folder} is not as it was made, and is not put back: ${shown(fault.files)}`,
      ];
  }
}

const shown = (files: readonly string[]): string =>
  files.length > 5 ? `${files.slice(0, 5).join(', ')} … (${files.length})` : files.join(', ');
