// Who is said to have acted must be somebody whom the programme knew in that post on that day.
import { expect, it } from 'vitest';
import { type NamedActor, namedObjections } from '../../machines/programme/powers/named.ts';

const held = { account: 'kato', post: 'dx-office', system: null, from: '2024-04-01', until: '2025-03-31' };
const known = {
  people: { kato: { name: '加藤' }, 'dx-ito': { name: '伊藤' } },
  grants: [
    held,
    {
      ...held,
      account: 'dx-ito',
      system: 'zei',
      ended: { on: '2024-06-30', at: '2024-06-30T10:00:00+09:00', by: 'admin' },
    },
  ],
};
const codes = (over: Partial<NamedActor>) =>
  namedObjections(known, {
    ...{ account: 'kato', name: '加藤', post: 'dx-office', system: 'juki', occurredOn: '2024-06-03' },
    ...over,
  });

it.each<[string, Partial<NamedActor>, string[]]>([
  ['one who held the post that day', {}, []],
  ['a month in which it was held for some days', { occurredOn: '2025-03' }, []],
  ['the day before it was held', { occurredOn: '2024-03-31' }, ['correction.postNotHeldThen']],
  ['another post', { post: 'working-group' }, ['correction.postNotHeldThen']],
  ['another name', { name: '佐藤' }, ['correction.otherName']],
  ['nobody', { account: 'katou' }, ['correction.unknownPerson']],
  ['a name that every object has', { account: 'constructor' }, ['correction.unknownPerson']],
  ['one of another system', { account: 'dx-ito', name: '伊藤' }, ['correction.postNotHeldThen']],
  ['one of that system', { account: 'dx-ito', name: '伊藤', system: 'zei' }, []],
  [
    'one of that system whose post was ended before',
    { account: 'dx-ito', name: '伊藤', system: 'zei', occurredOn: '2024-07-01' },
    ['correction.postNotHeldThen'],
  ],
])('%s', (_, over, expected) => {
  expect(codes(over).map(({ code }) => code)).toEqual(expected);
});

it('a stranger is told whom it may have meant: by account, and by name', () => {
  expect(codes({ account: 'katou', name: '伊藤' })).toMatchObject([
    {
      facts: {
        near: [
          { account: 'kato', name: '加藤' },
          { account: 'dx-ito', name: '伊藤' },
        ],
      },
    },
  ]);
  expect(codes({ account: 'zzzzzzzz', name: '山田' })).toMatchObject([{ facts: { near: [] } }]);
});
