// A report as Markdown: one heading and one table per section. Knows Markdown, not what the figures mean.
import type { Report } from '../contract/programmes.ts';
import type { Cell, Language, Section } from './section.ts';
import { tablesOf } from './tables.ts';

export function reportMarkdown(report: Report, language: Language): string {
  const { title, dates, sections, notes, noteHeading } = tablesOf(report, language);
  const blocks = [
    `# ${escaped(title)}`,
    dates.map((line) => `- ${escaped(line)}`).join('\n'),
    ...sections.map((section, index) => sectionBlock(section, index + 1, language)),
    ...(notes.length > 0
      ? [`## ${noteHeading}`, notes.map((note, index) => `${index + 1}. ${escaped(note)}`).join('\n')]
      : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlock(
  { title, head, right, rows, below }: Section,
  number: number,
  language: Language,
): string {
  const rule = head.map((_, column) => (right.includes(column) ? '---:' : '---'));
  const nothing = language === 'ja' ? '（なし）' : '(none)';
  const body = rows.length === 0 ? [[nothing, ...head.slice(1).map(() => '')]] : rows;
  const table = [head, rule, ...body.map((row) => row.map((cell) => written(cell, language)))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
  return [`## ${number}. ${escaped(title)}`, table, ...below.map(escaped)].join('\n\n');
}

function written(cell: Cell, language: Language): string {
  if (typeof cell === 'string') return escaped(cell);
  const grouped = cell.toLocaleString('en-US');
  return language === 'ja' ? `${grouped}円` : `¥${grouped}`;
}

/** What people typed cannot become a table's border, a heading's end or markup. */
function escaped(text: string): string {
  return text.replace(/[\\|<>`*_[\]]/gu, (sign) => `\\${sign}`).replace(/\r?\n/gu, ' ');
}
