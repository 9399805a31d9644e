// The report as one HTML file: to be kept, mailed and printed without this server. What people typed is text in it, never markup.
import { inHtml } from '../../../machines/values/in-html.ts';
import type { ReportPages } from '../../contract/reports/reports.ts';
import type { Language } from '../section.ts';

const STYLE = `
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
body { max-width: 190mm; margin: 0 auto; padding: 4mm; font: 10pt/1.5 "Noto Sans JP", "Yu Gothic", Meiryo, sans-serif; color: #000; background: #fff; }
h1 { font-size: 16pt; } h2 { font-size: 12pt; break-after: avoid; margin: 6mm 0 2mm; }
ul.dates { list-style: none; padding: 0; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; }
thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 0.3mm solid #767676; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f1f1f4; } td.n, th.n { text-align: right; white-space: nowrap; } tr.sum td { font-weight: bold; border-top-width: 0.6mm; }
p.below { margin: 1mm 0; font-size: 8.5pt; } ol.notes, ul.notes { font-size: 8.5pt; } ul.notes { list-style: none; padding: 0; } sup a { color: inherit; white-space: nowrap; }
footer { margin-top: 6mm; font-size: 8pt; color: #555; overflow-wrap: anywhere; }
@media print { body { padding: 0; } }`;

export function pagesHtml(pages: ReportPages, language: Language): string {
  const { title, dates, sections, noteHeading, notes, footnoteHeading, footnotes } = pages;
  const lines = dates.map((line) => `<li>${inHtml(line)}</li>`).join('');
  const footed = footnotes
    .map((note, index) => `<li id="f${index + 1}"><b>※${index + 1}</b> ${inHtml(note)}</li>`)
    .join('\n');
  const noted = notes.map((note) => `<li>${inHtml(note)}</li>`).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inHtml(title)}</title><style>${STYLE}
</style></head>
<body>
<h1>${inHtml(title)}</h1>
<ul class="dates">${lines}</ul>
${sections.map((section, index) => sectionHtml(section, index + 1, language)).join('\n')}
${notes.length > 0 ? `<h2>${inHtml(noteHeading)}</h2>\n<ol class="notes">\n${noted}\n</ol>` : ''}
${footnotes.length > 0 ? `<h2>${inHtml(footnoteHeading)}</h2>\n<ul class="notes">\n${footed}\n</ul>` : ''}
<footer>${inHtml(footer(pages, language))}</footer>
</body>
</html>
`;
}

/** Which report it is, and by what its data are known again. */
function footer({ number, digest }: Pick<ReportPages, 'number' | 'digest'>, language: Language): string {
  const issued = number !== null;
  if (language === 'ja') return `${issued ? `第${number}号` : '発行前の版'}　SHA-256 ${digest}`;
  return `${issued ? `Report no. ${number}` : 'Not issued'}, SHA-256 ${digest}`;
}

function sectionHtml(
  { title, head, right, rows, below }: ReportPages['sections'][number],
  number: number,
  language: Language,
): string {
  const of = (tag: 'td' | 'th', cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const scope = tag === 'th' ? ' scope="col"' : '';
        return `<${tag}${scope}${right.includes(column) ? ' class="n"' : ''}>${cell}</${tag}>`;
      })
      .join('');
  const nothing = language === 'ja' ? '（なし）' : '(none)';
  const body = rows
    .map((row) => `<tr${row.isSum ? ' class="sum"' : ''}>${of('td', printed(row))}</tr>`)
    .join('\n');
  const none = `<tr><td colspan="${head.length}">${nothing}</td></tr>`;
  return `<h2>${number}. ${inHtml(title)}</h2>
<table><thead><tr>${of('th', head.map(inHtml))}</tr></thead><tbody>
${rows.length > 0 ? body : none}
</tbody></table>
${below.map((line) => `<p class="below">${inHtml(line)}</p>`).join('\n')}`;
}

type Printed = ReportPages['sections'][number]['rows'][number];

/** Each cell as markup, with the marks of its footnotes. */
function printed({ cells, marked = [] }: Printed): string[] {
  const parts = new Map(marked.map((one) => [one.column, one.parts]));
  return cells.map((cell, column) => {
    const found = parts.get(column);
    if (!found) return inHtml(cell);
    return found
      .map(
        ({ text, notes }) =>
          `${inHtml(text)}${notes.map((n) => `<sup><a href="#f${n}">※${n}</a></sup>`).join('')}`,
      )
      .join('');
  });
}
