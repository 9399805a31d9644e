// A layout written out: as plain text, and as HTML that needs nothing from elsewhere.
import { inHtml } from '../../../machines/values/in-html.ts';
import type { LaidLine, Layout, Link } from './layout.ts';

export function asText({ heads, sections, foot, contact, pageWord }: Layout): string {
  const blocks = [
    ...heads,
    ...sections.map(({ heading, lines }) =>
      [`■ ${heading}`, ...lines.map((line) => lineText(line, pageWord))].join('\n'),
    ),
    ['--', foot, ...(contact === null ? [] : [`${contact.name} ${contact.url}`])].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function lineText({ sentence, toDo, why, links }: LaidLine, pageWord: string): string {
  const below = [toDo, why, ...links.map(({ name, url }) => `${pageWord}${name} ${url}`)].filter(
    (one) => one !== null,
  );
  return [`・${sentence}`, ...below.map((one) => `　${one}`)].join('\n');
}

export function asHtml({ language, subject, heads, sections, foot, contact, pageWord }: Layout): string {
  const body = [
    ...heads.map((head) => `<p><strong>${inHtml(head)}</strong></p>`),
    ...sections.map(
      ({ heading, lines }) =>
        `<h2>${inHtml(heading)}</h2>\n<ul>\n${lines.map((line) => lineHtml(line, pageWord)).join('\n')}\n</ul>`,
    ),
    `<hr>\n<p><small>${[inHtml(foot), ...(contact === null ? [] : [anchor(contact)])].join('<br>\n')}</small></p>`,
  ];
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><title>${inHtml(subject)}</title></head>`,
    `<body>\n${body.join('\n')}\n</body></html>\n`,
  ].join('\n');
}

const anchor = ({ name, url }: Link): string => `<a href="${inHtml(url)}">${inHtml(name)}</a>`;

function lineHtml({ sentence, toDo, why, links }: LaidLine, pageWord: string): string {
  const anchors = links.map(anchor);
  const below = [
    ...[toDo, why].flatMap((one) => (one === null ? [] : [inHtml(one)])),
    ...(anchors.length > 0 ? [`${inHtml(pageWord)}${anchors.join(' ')}`] : []),
  ];
  return `<li>${[inHtml(sentence), ...below].join('<br>\n')}</li>`;
}
