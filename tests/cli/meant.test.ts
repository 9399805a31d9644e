// The programme that a command means where none is named.
import { expect, it } from 'vitest';
import { onlyOneOf } from '../../cli/context.ts';
import type { ProgrammeList } from '../../server/contract/programmes.ts';

const named = (code: string) => ({ code, name: { ja: code, en: code }, rehearsal: true });
const ready = (code: string): ProgrammeList['items'][number] => ({
  ...named(code),
  now: '2023-11-16T09:00:00+09:00',
  today: '2023-11-16',
  systems: 3,
});

it('is the only one there is, whether it is ready or not', () => {
  expect(onlyOneOf({ items: [ready('131121')], notReady: [] })).toBe('131121');
  expect(onlyOneOf({ items: [], notReady: [named('131121')] })).toBe('131121');
});

it('is never one because another is not ready', () => {
  expect(() => onlyOneOf({ items: [ready('131121')], notReady: [named('131130')] })).toThrow(/131130/);
  expect(() => onlyOneOf({ items: [ready('131121'), ready('131130')], notReady: [] })).toThrow(/several/);
  expect(() => onlyOneOf({ items: [], notReady: [] })).toThrow(/no programme/);
});
