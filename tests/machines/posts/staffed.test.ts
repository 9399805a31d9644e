// Who would hold the posts of systems that come by an amendment: told beforehand, by post and in words, on Setagaya's own folder.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { workAhead } from '../../../machines/migration/gate/work-ahead.ts';
import { start } from '../../../machines/migration/migration.ts';
import { type Change, changed } from '../../../machines/programme/amendment/changes.ts';
import { heirsIn } from '../../../machines/programme/amendment/posts/following.ts';
import { type Staffed, staffed } from '../../../machines/programme/amendment/posts/staffed.ts';
import type { Grant, Powers } from '../../../machines/programme/powers/grant.ts';
import { PLANNED_UNTIL } from '../../../machines/values/date.ts';
import { followedText, unheldText } from '../../../texts/amending/staffed-texts.ts';
import { namesOf, programmeNames } from '../../../texts/names.ts';
import { setagayaFiles, soundSeed } from '../../seeds/folder.ts';

const seed = soundSeed(setagayaFiles);
const on = '2027-04-01';
const at = `${on}T00:00:00+09:00`;
const wantedBy = (change: Change) => {
  const found = changed(seed, [change]);
  if (!('wanted' in found)) throw new Error(JSON.stringify(found.problem));
  return found.wanted;
};
const split = wantedBy({
  kind: 'split',
  system: 'jidou',
  into: [
    { id: 'teate', businesses: ['児童手当'] },
    { id: 'fuyou', businesses: ['児童扶養手当'] },
  ],
  reason: '分割',
  release: true,
});

let count = 0;
const held = (account: string, post: string, system: string | null, until = '2028-03-31'): Grant => {
  count += 1;
  return { id: `1.${count}`, account, post, system, from: '2026-04-01', until, at, by: 'admin' };
};
const known = (...grants: Grant[]): Powers => ({
  people: Object.fromEntries(grants.map(({ account }) => [account, { name: account }])),
  grants,
});
/** All posts are held over the programme, but those of one's own division. */
const others = seed.programme.bodies
  .filter(({ id }) => id !== 'business-division')
  .flatMap(({ id, members }) => Array.from({ length: members }, (_, nth) => held(`${id}-${nth}`, id, null)));

function told(wanted: typeof split, ids: string[], powers: Powers, drafters: string[] = [], stay = false) {
  const heirs = heirsIn(seed.migrations, wanted.migrations);
  const coming = ids.map((id) => {
    const definition = wanted.migrations.find(({ system }) => system.id === id) as MigrationDefinition;
    const work = workAhead(definition, start(definition, { on, at }));
    if (!work) throw new Error('nothing lies ahead');
    return { definition, work: { ...work, drafters }, isWalking: false };
  });
  return staffed(coming, { powers, heirs, following: stay ? [] : heirs, on, today: on });
}
const vacant = (all: Staffed[]) => all.map(({ system, unheld }) => [system, unheld.map(({ post }) => post)]);

describe('of a system that is split', () => {
  const powers = known(...others, held('yamamoto', 'business-division', 'jidou'));

  it('a post that goes on and has no last day is told with none', () => {
    const endless = known(...others, held('yamamoto', 'business-division', 'jidou', PLANNED_UNTIL));
    const [one] = told(split, ['teate'], endless).flatMap(({ followed }) => followed);
    if (!one) throw new Error('nothing goes on');
    const { ja, en } = followedText(one, '山本', programmeNames(split.programme.bodies, new Map()));
    expect([ja, en]).toEqual([
      expect.stringContaining('終わりの定めなし'),
      expect.stringContaining('without an end'),
    ]);
    expect(ja + en).not.toContain(PLANNED_UNTIL.slice(0, 4));
  });

  it('each heir has the posts of the old one, and nobody is wanting', () => {
    const found = told(split, ['teate', 'fuyou'], powers);
    expect(
      found.map(({ system, posts, followed }) => [system, posts, followed.map((one) => one.account)]),
    ).toEqual([
      ['teate', 'follow', ['yamamoto']],
      ['fuyou', 'follow', ['yamamoto']],
    ]);
    expect(vacant(found)).toEqual([
      ['teate', []],
      ['fuyou', []],
    ]);
  });

  it('where the amendment says that they stay, the post that nobody would hold is named for each, with what asks for it', () => {
    const found = told(split, ['teate', 'fuyou'], powers, [], true);
    expect(vacant(found)).toEqual([
      ['teate', ['business-division']],
      ['fuyou', ['business-division']],
    ]);
    const [one] = found;
    const definition = split.migrations.find(({ system }) => system.id === 'teate') as MigrationDefinition;
    const [first] = one?.unheld ?? [];
    const text = first && unheldText(first, definition.system.name, on, namesOf(definition, new Map()));
    expect(text?.ja).toMatch(
      /^令和9年4月1日から、「.*児童手当.*」の業務所管課に誰も就いていません（要るところ：工程「/,
    );
    expect(text?.ja).not.toContain('business-division');
  });

  it('a grant that ends before that day leaves the post vacant', () => {
    const ending = known(...others, held('yamamoto', 'business-division', 'jidou', '2027-03-31'));
    expect(vacant(told(split, ['teate'], ending))).toEqual([['teate', ['business-division']]]);
  });

  it('four eyes that would be one are named: who drafted is the only one that might approve', () => {
    const [body] = seed.programme.bodies.filter(({ id }) => id === 'working-group');
    const alone = others.filter(({ post }) => post !== body?.id);
    const found = told(split, ['teate'], known(...alone, held('ito', 'working-group', 'jidou')), ['ito']);
    const [one] = found;
    expect(one?.foreseen.map((short) => [short.code, 'body' in short && short.body])).toContainEqual([
      'separation',
      'working-group',
    ]);
  });
});

it('of a system that is added the posts are named that are held of others alone', () => {
  const added = wantedBy({
    kind: 'add',
    id: 'houjin',
    name: { ja: '法人住民税', en: 'Corporate inhabitant tax' },
    businesses: ['法人住民税'],
    wave: 'wave-2',
  });
  const powers = known(...others, held('yamamoto', 'business-division', 'jidou'));
  const [one] = told(added, ['houjin'], powers);
  expect([one?.posts, one?.followed, one?.unheld.map(({ post }) => post)]).toEqual([
    null,
    [],
    ['business-division'],
  ]);
});
