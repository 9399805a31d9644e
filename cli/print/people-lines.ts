// What a list of people would change, and what became of it, as lines: row by row, each wrong cell by the name the sheet has for it.
import type { PeopleApplied, PeoplePreview, PeoplePreviewRow } from '../../server/contract/people-sheets.ts';
import type { Context } from '../context.ts';
import { settingWord, termWord } from './words.ts';

type Words = Pick<Context, 'say' | 'language'>;

export function peoplePreviewLines(preview: PeoplePreview, words: Words): string[] {
  const { say, language } = words;
  const { file, counts, unreadColumns } = preview;
  const encoding = file.encoding === 'CP932' ? say('（CP932 として読みました）', ' (read as CP932)') : '';
  const columns = unreadColumns.map(({ at, written }) => `${at} ${written}`).join(say('、', ', '));
  return [
    settingWord(preview.setting, language),
    `${file.name}${encoding}`,
    ...(columns === '' ? [] : [say(`読まない列：${columns}`, `columns that are not read: ${columns}`)]),
    ...preview.rows.flatMap((row) => rowLines(row, words)),
    say(
      `新しい人 ${counts.new}、氏名の変更 ${counts.renamed}、メールの設定 ${counts.mail}、与える職 ${counts.gives}、既に持っている職 ${counts.held}、受け付けられない行 ${counts.refused}、ほかの団体の行 ${counts.elsewhere}`,
      `${counts.new} new people, ${counts.renamed} renamed, ${counts.mail} mail addresses to set, ${counts.gives} posts to give, ${counts.held} held already, ${counts.refused} rows refused, ${counts.elsewhere} of other municipalities`,
    ),
  ];
}

/** Whether applying it would do anything. */
export const changesAny = ({ rows }: PeoplePreview): boolean =>
  rows.some(
    ({ status, password, mail, gives }) =>
      status === 'renamed' || password || mail !== null || gives.length > 0,
  );

export function rowLines(row: PeoplePreviewRow, words: Words): string[] {
  const { say, language } = words;
  const status = {
    new: say('新しい人', 'new'),
    renamed: say(`氏名の変更（${row.before ?? ''} →）`, `renamed from ${row.before ?? ''}`),
    known: say('登録済み', 'known'),
    refused: say('受け付けられません', 'refused'),
    elsewhere: say('ほかの団体の行です', 'of another municipality'),
  }[row.status];
  const post = ({ post: id, system, from, until }: PeoplePreviewRow['gives'][number]) =>
    `${[id, system ?? ''].join(' ').trim()} ${termWord(from, until, language)}`;
  const line =
    row.line === null || row.line === row.row ? '' : say(`（${row.line}行）`, ` (line ${row.line})`);
  return [
    say(
      `${row.row}行目${line} ${row.account} ${row.name}：${status}`,
      `Row ${row.row}${line} ${row.account} ${row.name}: ${status}`,
    ),
    ...(row.mail === null ? [] : [`  ＋ ${mailWord(row.mail, words)}`]),
    ...row.gives.map((grant) => `  ＋ ${post(grant)}`),
    ...row.held.map((grant) => `  ＝ ${post(grant)} ${say('（持っています）', '(held)')}`),
    ...row.faults.map(({ at, written, message }) => `  ✗ ${at}「${written}」${message[language]}`),
    ...row.remarks.map(({ at, written, message }) => `  ！ ${at}「${written}」${message[language]}`),
  ];
}

const mailWord = ({ before, after }: NonNullable<PeoplePreviewRow['mail']>, { say }: Words): string =>
  before === null
    ? say(`メール ${after}`, `mail ${after}`)
    : say(`メール ${after}（これまで ${before}）`, `mail ${after} (was ${before})`);

type AppliedRow = PeopleApplied['rows'][number];

/** Rows that were not done, with why; and how many were. */
export function peopleOutcomeLines(rows: readonly AppliedRow[], words: Words): string[] {
  const { say, language } = words;
  const count = (outcome: AppliedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const failed = rows.filter(({ outcome }) => outcome === 'refused' || outcome === 'unanswered');
  return [
    ...failed.flatMap((row) => [
      ...rowLines({ ...row, mail: null, gives: [], held: [], remarks: [] }, words),
      ...row.reasons.map(({ message }) => `  ✗ ${message[language]}`),
    ]),
    say(
      `行：記録した ${count('done')}、変わりなし ${count('nothing')}、受け付けられない ${count('refused')}、分からない ${count('unanswered')}`,
      `Rows: ${count('done')} recorded, ${count('nothing')} as they were, ${count('refused')} refused, ${count('unanswered')} not known`,
    ),
  ];
}
