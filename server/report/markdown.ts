// A report as Markdown: one heading and one table per section. Knows Markdown, not what the figures mean.
import type { Report } from '../contract/reports/tables.ts';
import { type Cell, type Language, type Section, type Unit, untyped } from './section.ts';
import { amountWritten } from './tables/unit.ts';
import { allNotes, tablesOf } from './tables.ts';

export function reportMarkdown(report: Report, language: Language, unit: Unit = 'yen'): string {
  const tables = tablesOf(report, language, unit);
  const { title, dates, sections, noteHeading } = tables;
  const notes = allNotes(tables);
  const blocks = [
    `# ${escaped(title)}`,
    dates.map((line) => `- ${escaped(line)}`).join('\n'),
    ...sections.map((section, index) => sectionBlock(section, index + 1, { language, unit })),
    ...(notes.length > 0
      ? [`## ${noteHeading}`, notes.map((note, index) => `${index + 1}. ${escaped(note)}`).join('\n')]
      : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlock(
  { title, head, right, rows, below }: Section,
  number: number,
  written: { language: Language; unit: Unit },
): string {
  const { language } = written;
  const rule = head.map((_, column) => (right.includes(column) ? '---:' : '---'));
  const nothing = language === 'ja' ? '（なし）' : '(none)';
  const cells = rows.map((row) => row.cells.map((cell) => cellText(untyped(cell), written)));
  const body = cells.length === 0 ? [[nothing, ...head.slice(1).map(() => '')]] : cells;
  const table = [head, rule, ...body].map((line) => `| ${line.join(' | ')} |`).join('\n');
  return [`## ${number}. ${escaped(title)}`, table, ...below.map(escaped)].join('\n\n');
}

function cellText(cell: Cell, { language, unit }: { language: Language; unit: Unit }): string {
  return typeof cell === 'string' ? escaped(cell) : amountWritten(cell, unit, language);
}

/** What people typed cannot become a table's border, a heading's end or markup. */
function escaped(text: string): string {
  return text.replace(/[\\|<>`*_[\]]/gu, (sign) => `\\${sign}`).replace(/\r?\n/gu, ' ');
}
