// docs/written-values.md shows the very table that the readers are held to. UPDATE_PAGES=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { remarkText, unreadText } from '../../../texts/values.ts';
import { type Kind, kinds } from './written.ts';

const PAGE = new URL('../../../docs/written-values.md', import.meta.url);

const HEAD = `# 値の書き方 (How values may be written)

日付・時刻・年度・金額・点数・件数・番号・業務の名前は、画面・コマンド・計画のファイルのどこでも同じ読み手が読みます。読み替えたときは
その旨を示し、読み取れないときは理由と書き方を示します。この表は読み手の試験と同じものです。

計画のファイル（YAML）では、引用符の有無によらず**書かれた文字のまま**読みます。\`2023.10\` は2023年10月で（YAML の数では 2023.1）、
\`20231116\` は日付、\`256.50\` は 256.50 点です。読み替えは「確かめるところ」に、読み取れないものは誤りに、ファイルと行を添えて示します。
記録には一つの形（\`2023-11-16\`、\`164115710\`）だけが残るので、書き方を変えても計画は変わりません。

*Days, times, fiscal years, amounts, scores, counts, numbers of steps and names of businesses are read by the same reader in the
console, the command and a programme's files. What had to be interpreted is told; what cannot be read is refused with the reason. In
files the text itself is read, quoted or not: \`2023.10\` is October 2023, though YAML's number would be 2023.1. The record keeps one
form, so that another spelling is no other programme. This page is the table of the readers' tests.*
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
