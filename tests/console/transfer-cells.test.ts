// The table of a change of year as the list that is sent: what is chosen in it is what the list says.
import { expect, it } from 'vitest';
import {
  emptyRow,
  heads,
  postsHeld,
  type Row,
  rowCells,
} from '../../console/settings/people/transfer-cells.ts';

const sent = (row: Partial<Row>) =>
  Object.fromEntries(rowCells({ ...emptyRow, ...row }).map((cell, at) => [heads[at], cell]));

it('the post that somebody leaves, or stays in, is the one that the list ends or goes on with', () => {
  for (const change of ['leave', 'stay'] as const)
    expect(sent({ change, fromPost: 'dx-office', post: 'houki' })).toMatchObject({
      post: 'dx-office',
      from: '',
    });
});

it('who moves leaves one post for another; who comes leaves none, and who leaves has no last day', () => {
  expect(sent({ change: 'move', fromPost: 'a', post: 'b' })).toMatchObject({ from: 'a', post: 'b' });
  expect(sent({ change: 'come', fromPost: 'a', post: 'b' })).toMatchObject({ from: '', post: 'b' });
  expect(sent({ change: 'leave', until: '2030-03-31' })).toMatchObject({ until: '' });
});

it('posts that are held are those of the programme, of one’s own, that reach the day', () => {
  const called = { label: { ja: '職', en: 'post' }, programmeName: null, systemName: null };
  const post = { ...called, programme: '131121', system: null, from: '2026-04-01', until: '2027-03-31' };
  const posts = [
    { ...post, post: 'dx-office' },
    { ...post, post: 'dx-office', system: 'juki' },
    { ...post, post: 'houki', programme: '142255' },
    { ...post, post: 'iin', deputy: { kind: 'acting' as const } },
    { ...post, post: 'old', until: '2026-03-31' },
  ];
  expect(postsHeld({ posts }, '131121', '2027-04-01')).toEqual(['dx-office']);
  expect(postsHeld({ posts }, '131121', '')).toEqual(['dx-office', 'old']);
});
