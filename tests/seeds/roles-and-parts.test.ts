// What a system says once instead of in every phase: who holds the posts of its path, and which part of a business it carries.
import { describe, expect, it } from 'vitest';
import { nationalSheetOf } from '../../server/report/national-sheet.ts';
import { setting } from '../report/reported.ts';
import { altered, problemsOf, setagayaFiles, soundSeed } from './folder.ts';
import { definitionOf, snapshotOf } from './walker.ts';

const KOKUHO = '    businesses: [国民健康保険]\n';
const TAX_BODY = '  - { id: tax-division, label: { ja: 税務課, en: Tax division }, members: 9 }\n';
const ALONE = '  - { id: alone, label: { ja: 一人, en: alone }, members: 1 }\n';
const withTax = altered(
  'accounts.yaml',
  'accounts:\n',
  'accounts:\n  - { id: zeimu, name: 税務（演習）, posts: [{ post: tax-division }], until: 2031-03-31 }\n',
  altered('programme.yaml', 'bodies:\n', `bodies:\n${TAX_BODY}${ALONE}`),
);
const saying = (extra: string, files = withTax) =>
  altered('systems.yaml', KOKUHO, `${KOKUHO}${extra}`, files);
const TAX = '    roles: { business-division: tax-division }\n';
const plain = soundSeed(setagayaFiles);

describe('roles of a system', () => {
  const seed = soundSeed(saying(TAX));
  const own = definitionOf(seed, 'kokuho');

  it('put the holder wherever its path and deadlines name the post, and nowhere else', () => {
    const before = definitionOf(plain, 'kokuho');
    const named = (part: unknown, post: string) => JSON.stringify(part).split(`"${post}"`).length - 1;
    const { path, deadlines } = own;
    expect(named([path, deadlines], 'business-division')).toBe(0);
    expect(named([path, deadlines], 'tax-division')).toBe(
      named([before.path, before.deadlines], 'business-division'),
    );
    expect(named(before.path, 'business-division')).toBeGreaterThan(3);
    expect(path.id).toBe('wave-2-kokuho');
  });

  it('leave every other system as it was', () => {
    for (const { system, path } of plain.migrations)
      if (system.id !== 'kokuho') expect(definitionOf(seed, system.id).path).toEqual(path);
  });

  it.each([
    ['a role that the path does not have', 'mayor: tax-division', 'id.unknown', 'systems[3].roles.mayor'],
    [
      'a holder that is no body',
      'business-division: tax-divisoin',
      'id.unknown',
      'systems[3].roles.business-division',
    ],
    [
      'one holder of two bodies of a gate',
      'working-group: promotion-committee',
      'gate.bodyTwice',
      'systems[3].roles',
    ],
    [
      'a holder who is too few for the quorum',
      'promotion-committee: alone',
      'gate.quorumOverMembers',
      'systems[3].roles',
    ],
  ])('are refused: %s', (_, role, code, field) => {
    const index = plain.migrations.findIndex(({ system }) => system.id === 'kokuho');
    const found = problemsOf(saying(`    roles: { ${role} }\n`));
    expect(found).toContainEqual(
      expect.objectContaining({ code, file: 'systems.yaml', field: field.replace('[3]', `[${index}]`) }),
    );
  });
});

describe('parts of businesses', () => {
  const two = altered(
    'systems.yaml',
    '    businesses: [国民年金]\n',
    '    businesses: [国民年金, 国保]\n    parts: { 国保: 資格管理 }\n',
    saying('    part: 給付\n', setagayaFiles),
  );

  it('let a system carry part of one business and the whole of another', () => {
    const { system } = definitionOf(soundSeed(two), 'nenkin');
    expect(system).toMatchObject({
      businesses: ['国民年金', '国民健康保険'],
      parts: { 国民健康保険: '資格管理' },
    });
  });

  it('are said in the national sheet, business by business', () => {
    const seed = soundSeed(two);
    const migrations = seed.migrations.map((definition) => ({
      definition,
      snapshot: snapshotOf(seed, definition.system.id),
    }));
    const { rows } = nationalSheetOf({
      definition: seed.programme,
      migrations,
      setting,
    });
    const row = (business: string) => rows.find((one) => one.business === business);
    expect(row('国民健康保険')?.parts).toEqual({ kokuho: '給付', nenkin: '資格管理' });
    expect(row('国民年金')).toMatchObject({ systems: ['nenkin'], parts: {} });
  });

  it('are refused of a business that the system does not carry, and beside a part of all', () => {
    const strange = altered(
      'systems.yaml',
      'parts: { 国保: 資格管理 }',
      'parts: { 介護保険: 資格管理 }',
      two,
    );
    expect(
      problemsOf(strange)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['business.coveredTwice', 'id.unknown']);
    const both = altered('systems.yaml', 'parts: { 国保', 'part: 全部\n    parts: { 国保', two);
    expect(problemsOf(both)).toMatchObject([{ code: 'business.partTwice', file: 'systems.yaml' }]);
  });
});

it('a system whose deadline is counted from another’s milestone is told of it', () => {
  const files = altered(
    'deadlines.yaml',
    'rule: { kind: fixed, on: 2025-03-31 }',
    'rule: { kind: forward, anchor: { system: renkei, milestone: integration-test-2 }, length: 20, unit: openDays }',
  );
  const before = definitionOf(plain, 'renkei').dependents;
  const { dependents } = definitionOf(soundSeed(files), 'renkei');
  expect(dependents).toEqual(expect.arrayContaining([...before, 'juki']));
});
