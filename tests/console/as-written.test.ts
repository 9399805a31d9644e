// What holds of every page as it is written. One language at a time: marks of Japanese writing stand in words, beside their English, and
// in no page's own text. A screen reader tells its tables apart by their names.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const MARK = /[、。・（）：「」]/u;
/** Comments say what they like; and these read or lay out Japanese text. */
const isComment = (line: string): boolean => /^\s*(?:\/\/|\*|\/\*|\{\/\*)/u.test(line);
const READERS = [
  'console/system/chart/lettering.ts',
  'console/acts/form/figures.ts',
  'console/correction/stood.ts',
];
/** A regular expression over a label, or a text that only the Japanese page shows. */
const isOfJapanese = (line: string): boolean => /\bja\b|'ja'|\/u?\.|\.replace\(\//u.test(line);

const files = readdirSync('console', { recursive: true, encoding: 'utf8' }).map((name) => `console/${name}`);

it('every table has a name', () => {
  const nameless = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('<table')
        .slice(1)
        .flatMap((table) => (/aria-label|<caption/u.test(table.split('<thead')[0] ?? '') ? [] : [file])),
    );
  expect(nameless).toEqual([]);
});

it('no page joins or encloses words by marks of one language', () => {
  const pages = files.filter(
    (file) => /\.tsx?$/u.test(file) && !/words\.tsx?$/u.test(file) && !READERS.includes(file),
  );
  expect(pages.length).toBeGreaterThan(200);
  const found = pages.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const code = line.replace(/\s\/\/ .*$/u, '');
        return MARK.test(code) && !isComment(line) && !isOfJapanese(code)
          ? [`${file}:${index + 1} ${code.trim()}`]
          : [];
      }),
  );
  expect(found).toEqual([]);
});
