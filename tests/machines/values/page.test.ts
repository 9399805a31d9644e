// docs/written-values.md shows the very table that the readers are held to. UPDATE_PAGES=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { remarkText, unreadText } from '../../../texts/values.ts';
import { type Kind, kinds } from './written.ts';

const PAGE = new URL('../../../docs/written-values.md', import.meta.url);

const HEAD = `# 値の書き方 (How values may be written)

日付・年度・金額・点数は、画面・コマンド・計画のファイルのどこでも同じ読み手が読みます。読み替えたときはその旨を示し、読み取れない
ときは理由と書き方を示します。この表は読み手の試験と同じものです。

*Dates, fiscal years, amounts and scores are read by the same reader in the console and the command; files hold them in their plain
form (\`2023-11-16\`, \`164115710\`, \`"574.9"\`). What had to be interpreted is told; what cannot be read is refused with the reason.
This page is the table of the readers' tests.*
`;

const cell = (text: string): string =>
  `\`${text.replaceAll('|', '\\|').replaceAll('\u3000', '（全角空白）').replaceAll('`', "'")}\``;

function section({ title, read, taken, refused }: Kind): string {
  const rows = [
    ...taken.map(([written]) => {
      const found = read(written);
      if (found.status === 'refused') throw new Error(written);
      const remark = found.remarks
        .map((one) => remarkText(written, one).ja.replace(/^「[^」]*」：/u, ''))
        .join('');
      return `| ${cell(written)} | ${cell(JSON.stringify(found.value))} | ${remark} |`;
    }),
    ...refused.map(([written]) => {
      const found = read(written);
      if (found.status === 'read') throw new Error(written);
      return `| ${written === '' ? '（空）' : cell(written)} | 断る | ${unreadText(written, found.reason).ja.replace(/^「[^」]*」：/u, '')} |`;
    }),
  ];
  return [`## ${title}`, '', '| 書かれたもの | 読み | 補足・理由 |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

it('the page of written values is the table of the tests', () => {
  const page = `${HEAD}\n${kinds.map(section).join('\n\n')}\n`;
  if (process.env.UPDATE_PAGES) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
