// docs/writing-a-programme.md explains every field that a programme's files may have, as the schemas have it now.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sections } from '../../machines/seed/fields.ts';
import { explained, keysOf, meaningOf, withReference } from '../../texts/reference/page.ts';

const PAGE = readFileSync(new URL('../../docs/writing-a-programme.md', import.meta.url), 'utf8');
const all = sections();

describe('the list of every field', () => {
  it('stands in the page as the schemas and the tables give it: npm run reference writes it', () => {
    expect(PAGE).toBe(withReference(PAGE));
  });

  it.each(all)('says what each field of $name means, in both languages', ({ name, fields }) => {
    const silent = fields.filter((field) => {
      const [ja, en] = meaningOf(name, field) ?? ['', ''];
      return !/[ぁ-んァ-ヶ一-龠]/u.test(ja) || !/[a-z]/u.test(en);
    });
    expect(silent.map((field) => keysOf(field)[0])).toEqual([]);
    expect(fields.length).toBeGreaterThan(2);
  });

  it('says nothing of a field that there is not', () => {
    const known = new Map(all.map(({ name, fields }) => [name, new Set(fields.flatMap(keysOf))]));
    const strange = Object.entries(explained).flatMap(([name, { fields }]) =>
      Object.keys(fields).flatMap((key) => (known.get(name)?.has(key) ? [] : [`${name} ${key}`])),
    );
    expect(strange).toEqual([]);
  });

  it('knows what must be there, what may be left out, and what holds then', () => {
    const field = (section: string, path: string) =>
      all.find(({ name }) => name === section)?.fields.find((one) => one.path === path);
    expect(field('programme.yaml', 'amend.quorum')).toMatchObject({ needed: false, otherwise: 2 });
    expect(field('gate', 'approvals[].body')).toMatchObject({
      needed: true,
      shape: { kind: 'text', form: 'id' },
    });
    expect(field('systems.yaml', 'systems[].changes[].gate')).toMatchObject({
      shape: { kind: 'part', part: 'gate' },
    });
    expect(field('deadlines.yaml', 'deadlines[].metBy.edge')).toMatchObject({
      shape: { kind: 'words', words: ['entered', 'submitted', 'left'] },
    });
  });

  it('has the kinds of facts that a history may tell', () => {
    const kinds = all
      .find(({ name }) => name === 'fact')
      ?.fields.flatMap(({ of }) => (of === null ? [] : [of]));
    expect(new Set(kinds)).toContain('type: gate.imported');
    expect(kinds).not.toContain('type: gate.approved');
  });
});
