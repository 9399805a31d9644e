// Lines of a transfer from a list of people: accounts, posts and systems by id or by what they are called, days and kinds as they are
// written. Every cell that cannot be read is an issue with its row.
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { type Line, type TransferChange, transferChanges } from '../../machines/programme/transfer/plan.ts';
import { searchKey } from '../../machines/values/names/name.ts';
import { readWholeDay } from '../../machines/values/read-day.ts';
import type { Names } from '../../texts/names.ts';
import { transferChangeText } from '../../texts/sheets/transfer-texts.ts';
import { unreadText } from '../../texts/values.ts';
import type { InputIssue } from '../contract/values.ts';
import type { TransferColumn, TransferRow } from './reader.ts';

/** Beside what each is called here. */
const ALSO: Record<TransferChange, string[]> = {
  leave: ['転出', '退職', '離任'],
  come: ['転入', '採用', '新任', '着任'],
  move: ['異動', '昇任', '配置換'],
  stay: ['留任', '継続', '再任'],
};
const changes = new Map(
  transferChanges.flatMap((change) => {
    const { ja, en } = transferChangeText[change];
    return [change, ja, en, ...ALSO[change]].map((word) => [searchKey(word), change] as const);
  }),
);

export interface ReadLines {
  lines: Line[];
  /** The day that all rows say, where they say one. */
  on: string | null;
  issues: InputIssue[];
}

type Report = (
  column: TransferColumn,
  code: string,
  message: { ja: string; en: string },
  expected?: string[],
) => undefined;

export function linesFrom(
  rows: readonly TransferRow[],
  { bodies, systems }: ProgrammeDefinition,
  names: Names,
): ReadLines {
  const issues: InputIssue[] = [];
  const days = new Set<string>();
  const postIds = bodies.map(({ id }) => id);
  const lines = rows.flatMap(({ row, cells }): Line[] => {
    const before = issues.length;
    const report: Report = (column, code, message, expected) => {
      const known = expected?.join('、');
      issues.push({
        line: row,
        field: column,
        code,
        message,
        ...(known === undefined ? {} : { expected: { ja: known, en: known } }),
      });
      return undefined;
    };
    const account = (cells.account ?? '').normalize('NFKC').toLowerCase();
    if (account === '')
      report('account', 'empty', { ja: 'アカウントが空です。', en: 'The account is empty.' });
    const change = changes.get(searchKey(cells.change ?? ''));
    if (change === undefined)
      report(
        'change',
        'unknown',
        unknownText(cells.change),
        transferChanges.map((one) => transferChangeText[one].ja),
      );
    const idIn = (column: 'post' | 'fromPost' | 'system', ids: readonly string[], called: Names['post']) =>
      readId(cells[column], ids, called, (expected) =>
        report(column, 'unknown', unknownText(cells[column]), expected),
      );
    const day = (column: 'on' | 'until') =>
      readDayCell(cells[column], (message) => report(column, 'unread', message));
    const [post, fromPost] = [idIn('post', postIds, names.post), idIn('fromPost', postIds, names.post)];
    const system = idIn('system', systems, names.system) ?? null;
    const [on, until] = [day('on'), day('until')];
    if (on !== undefined) days.add(on);
    if (issues.length > before || change === undefined) return [];
    return [{ row, change, account, name: cells.name || undefined, post, fromPost, system, until }];
  });
  const [on = null] = days;
  if (days.size > 1) {
    const written = [...days].join('、');
    const message = {
      ja: `発令日が一つではありません（${written}）。日ごとに分けてください。`,
      en: `There are several days (${written}). Give each day a file of its own.`,
    };
    issues.push({ field: 'on', code: 'several', message });
  }
  return { lines, on, issues };
}

const unknownText = (written = ''): { ja: string; en: string } => ({
  ja: `「${written}」は分かりません。`,
  en: `"${written}" is not known.`,
});

function readId(
  written: string | undefined,
  ids: readonly string[],
  called: Names['post'],
  report: (expected: string[]) => undefined,
): string | undefined {
  if (!written) return undefined;
  const key = searchKey(written);
  const found = ids.filter((id) =>
    [id, called(id).ja, called(id).en].some((name) => searchKey(name) === key),
  );
  return found.length === 1 ? found[0] : report(ids.map((id) => `${id}（${called(id).ja}）`));
}

function readDayCell(
  written: string | undefined,
  report: (message: { ja: string; en: string }) => undefined,
): string | undefined {
  if (!written) return undefined;
  const found = readWholeDay(written, { within: 'planned' });
  return found.status === 'read' ? found.value : report(unreadText(written, found.reason));
}
