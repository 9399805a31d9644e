// The reference of everything that a programme's files may say: every field of the schemas, its shape in words, and what it
// means. Japanese first, English beside it.
import { type Field, type Section, sections } from '../../machines/seed/fields.ts';
import { historyFields } from './history-fields.ts';
import { pathFields } from './path-fields.ts';
import { programmeFields } from './programme-fields.ts';
import type { Explained, Said } from './said.ts';
import { both, shapeWords } from './shape-words.ts';
import { systemFields } from './system-fields.ts';

export const explained: Readonly<Record<string, Explained>> = {
  ...programmeFields,
  ...pathFields,
  ...systemFields,
  ...historyFields,
};

/** The same wherever they stand. */
export const everywhere: Readonly<Record<string, Said>> = {
  assumed: [
    '資料にないことを仮定した理由。画面・報告で「仮定」と示す',
    'why it is assumed, where no source says it; shown as such',
  ],
  source: ['出典', 'its source'],
  note: ['注', 'a note'],
};

const ORDER = [
  'programme.yaml',
  'paths/*.yaml',
  'gate',
  'condition',
  'systems.yaml',
  'plan',
  'deadlines.yaml',
  'rule',
  'calendar.yaml',
  'history.yaml',
  'fact',
  'programme fact',
  'evidence',
  'accounts.yaml',
];

/** The keys under which a field's meaning may stand, nearest first. */
export const keysOf = ({ path, of }: Field): string[] => (of === null ? [path] : [`${of} ${path}`, path]);

/** What a field means; null where no table says it. */
export function meaningOf(section: string, field: Field): Said | null {
  const fields = explained[section]?.fields ?? {};
  const own = keysOf(field).find((key) => Object.hasOwn(fields, key));
  const last = field.path.split(/[.\]]+/u).at(-1) ?? '';
  return (own === undefined ? everywhere[last] : fields[own]) ?? null;
}

/** Markdown, to stand between the page's marks. */
function referencePage(): string {
  const all = sections().toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  return all.map(sectionPage).join('\n\n');
}

function sectionPage({ name, fields }: Section): string {
  const { title, before } = explained[name] ?? { title: [name, name] as Said };
  const heading = name.includes('.')
    ? `### ${name}\n\n${title[0]} / *${title[1]}*`
    : `### ${title[0]} (${name})`;
  return [
    heading,
    ...(before ? ['', `${before[0]}  `, `*${before[1]}*`] : []),
    '',
    '| 項目 | 形 | 意味 | Meaning |',
    '| --- | --- | --- | --- |',
    ...fields.map((field) => row(name, field)),
  ].join('\n');
}

function row(section: string, field: Field): string {
  const meaning = meaningOf(section, field);
  if (!meaning) throw new Error(`${section}: no table says what ${keysOf(field)[0]} means`);
  const kind = isKind(field);
  const name = `${field.of === null ? '' : '└ '}\`${field.path}\`${field.needed && !kind ? '*' : ''}`;
  const shape = kind ? '' : both(shapeWords(field.shape, partTitle), field.otherwise);
  return `| ${[name, shape, ...meaning].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const isKind = ({ path }: Field): boolean => path.includes(': ');

const partTitle = (part: string): Said => explained[part]?.title ?? [part, part];

const [BEGIN, END] = ['<!-- written by `npm run reference` -->', '<!-- end of what is written -->'];

/** A page with the reference as it is now between its marks; null where it has none. */
export function withReference(page: string): string | null {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) return null;
  return `${page.slice(0, from + BEGIN.length)}\n\n${referencePage()}\n\n${page.slice(to)}`;
}
