// What a national sheet would change, and what became of it, as lines: row by row, each cell by the name the sheet has for it.
import type { SheetApplied, SheetPreview } from '../../server/contract/sheets.ts';
import type { Context } from '../context.ts';
import { dayWord, settingWord, stepWords } from './words.ts';

type Words = Pick<Context, 'say' | 'language'>;
type Row = SheetPreview['rows'][number];
type Reasons = Row['conflicts'][number]['reasons'];

export function previewLines(preview: SheetPreview, words: Words): string[] {
  const { say } = words;
  const { counts } = preview;
  const ready =
    counts.withoutDay > 0
      ? say(
          '何も記録していません。記録するには --apply と、実施日のない行のために --on <日付> を付けてください。',
          'Nothing was recorded. To record it: --apply, and --on <date> for the rows without a day.',
        )
      : say(
          '何も記録していません。記録するには --apply を付けてください。',
          'Nothing was recorded. To record it: --apply.',
        );
  return [...foundLines(preview, words), counts.changes === 0 ? nothingToRecord(words) : ready];
}

const nothingToRecord = ({ say }: Words): string =>
  say('記録することはありません。', 'There is nothing to record.');

function foundLines(preview: SheetPreview, words: Words): string[] {
  const { say, language } = words;
  const { file, counts, rows, unreadColumns } = preview;
  const encoding = file.encoding === 'CP932' ? say('（CP932 として読みました）', ' (read as CP932)') : '';
  const columns = unreadColumns.map(({ at, written }) => `${at} ${written}`).join(say('、', ', '));
  return [
    settingWord(preview.setting, language),
    `${file.name}${encoding}${file.sheet === null ? '' : say(`  シート「${file.sheet}」`, `  sheet "${file.sheet}"`)}  SHA-256 ${file.sha256}`,
    say(
      `変更 ${counts.changes}、変更なし ${counts.same}、受け付けられない ${counts.conflicts}、読み取れない ${counts.unread}、空欄 ${counts.blank}（セル）`,
      `cells: ${counts.changes} to change, ${counts.same} as they are, ${counts.conflicts} in conflict, ${counts.unread} unreadable, ${counts.blank} blank`,
    ),
    ...(counts.elsewhere === 0
      ? []
      : [
          say(
            `ほかの団体の行 ${counts.elsewhere} は読みません。`,
            `${counts.elsewhere} rows of other municipalities are left out.`,
          ),
        ]),
    ...(counts.outOfSight === 0
      ? []
      : [
          say(
            `担当外のシステムの ${counts.outOfSight} セルは読みません。`,
            `${counts.outOfSight} cells about systems that are not yours are left out.`,
          ),
        ]),
    ...(columns === '' ? [] : [say(`読まない列：${columns}`, `columns that are not read: ${columns}`)]),
    ...rows.flatMap((row) => rowLines(row, words)),
    '',
  ];
}

function rowLines(row: Row, { say, language }: Words): string[] {
  const told = row.changes.length + row.conflicts.length + row.unread.length;
  if (told === 0) return [];
  const moved = ({ from, to }: { from: Row['changes'][number]['from']; to: Row['changes'][number]['to'] }) =>
    `${stepWords[from][language]} → ${stepWords[to][language]}`;
  const reasons = (found: Reasons) => found.map(({ message }) => message[language]).join(' ');
  return [
    '',
    say(
      `${row.row}行目 ${row.business ?? row.written}（変更なし ${row.same}）`,
      `Row ${row.row}: ${row.business ?? row.written} (${row.same} as they are)`,
    ),
    ...row.changes.map(
      (cell) => `  ${cell.at} ${cell.step} ${moved(cell)}  ${cell.system} ${dayWord(cell.on, language)}`,
    ),
    ...row.conflicts.map(
      (cell) =>
        `  ${cell.at} ${cell.step} ${moved(cell)}  ${cell.systems.join(say('・', ', '))} ${say('受け付けられません', 'refused')}: ${reasons(cell.reasons)}`,
    ),
    ...row.unread.map(
      (cell) => `  ${cell.at} ${say('読み取れません', 'unreadable')}: ${cell.message[language]}`,
    ),
  ];
}

export function outcomeLines(applied: SheetApplied, words: Words): string[] {
  const { say, language } = words;
  const outcomes = applied.outcomes.map((outcome, index) => {
    const act = applied.acts[index];
    const where = `${act?.systemName[language] ?? outcome.system} ${dayWord(act?.occurredOn, language)} ${act?.cells.join(' ') ?? ''}`;
    const became = {
      recorded: say(`記録しました（第${outcome.seq}件）`, `recorded as entry ${outcome.seq}`),
      repeated: say(
        `このファイルから記録済みです（第${outcome.seq}件）。そのあとに変わっています`,
        `recorded from this file before (entry ${outcome.seq}), and changed since`,
      ),
      refused: say('受け付けられません', 'refused'),
      unanswered: say(
        '記録されたかどうか分かりません。同じファイルでもう一度実行してください',
        'not known: run it again with the same file',
      ),
    }[outcome.status];
    const why = outcome.reasons.map(({ message }) => message[language]).join(' ');
    return `${where}  ${became}${why === '' ? '' : `: ${why}`}`;
  });
  return [...foundLines(applied, words), ...(outcomes.length === 0 ? [nothingToRecord(words)] : outcomes)];
}
