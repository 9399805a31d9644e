// What a change makes old in the console, how changes are gathered, and how a stream is read: without a browser.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { concerns } from '../../console/live/concerned.ts';
import { createRenewal } from '../../console/live/renewal.ts';
import { createWaiting, seenOf } from '../../server/changes/waiting.ts';
import { createEventReader } from '../../server/contract/telling/event-reader.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const asked = (queryKey: unknown[], meta?: { system?: string; isPast?: boolean }) => ({ queryKey, meta });

it('a system that moves makes old what is of it and what is of the whole programme, and no other system’s page', () => {
  const juki = [{ system: 'juki', seq: 4 }];
  expect(concerns(asked(['system', '131121', 'juki', null], { system: 'juki' }), '131121', juki)).toBe(true);
  expect(concerns(asked(['system', '131121', 'zei', null], { system: 'zei' }), '131121', juki)).toBe(false);
  expect(concerns(asked(['board', '131121', {}, null]), '131121', juki)).toBe(true);
  expect(concerns(asked(['board', '131130', {}, null]), '131121', juki)).toBe(false);
  expect(concerns(asked(['me']), '131121', null)).toBe(false);
});

it('the programme that moves, and a gap, make all of it old but what is of a past day', () => {
  const programme = [{ system: null, seq: 9 }];
  for (const changes of [programme, null]) {
    expect(concerns(asked(['system', '131121', 'zei', null], { system: 'zei' }), '131121', changes)).toBe(
      true,
    );
    const past = { system: 'zei', isPast: true };
    expect(concerns(asked(['system', '131121', 'zei', {}], past), '131121', changes)).toBe(false);
  }
});

it('the first change is told on at once, and those that follow it shortly after together', () => {
  const renewed: unknown[] = [];
  const renewal = createRenewal((changes) => renewed.push(changes));
  for (const seq of [1, 2, 3]) renewal.add([{ system: 'juki', seq }]);
  expect(renewed).toEqual([[{ system: 'juki', seq: 1 }]]);
  vi.advanceTimersByTime(1_999);
  expect(renewed).toHaveLength(2);
  expect(renewed[1]).toEqual([2, 3].map((seq) => ({ system: 'juki', seq })));
  renewal.add([{ system: 'zei', seq: 1 }]);
  renewal.add(null);
  vi.advanceTimersByTime(1_999);
  expect(renewed.at(-1)).toBeNull();
});

it('a stream is read in whatever pieces it comes', () => {
  const text = 'event: change\ndata: {"items":[]}\nid: a.1\n\nevent: beat\ndata: {"now":"x"}\nid: a.1\n\n';
  const read = createEventReader();
  const events = [...text].flatMap((letter) => read(letter));
  expect(events).toEqual([
    { event: 'change', id: 'a.1', data: { items: [] } },
    { event: 'beat', id: 'a.1', data: { now: 'x' } },
  ]);
});

it('what waits for a slow reader is each system once with its newest entry, and less where anything may have moved', () => {
  const waiting = createWaiting();
  for (const seq of [5, 7, 6]) waiting.add({ system: 'juki', seq });
  waiting.add({ system: null, seq: 2 });
  const taken = waiting.take();
  expect(taken.changes).toEqual([
    { system: 'juki', seq: 7 },
    { system: null, seq: 2 },
  ]);
  expect(seenOf(taken.changes, new Set(['zei']))).toEqual([{ system: null, seq: 2 }]);
  expect(seenOf(taken.changes, null)).toHaveLength(2);
  waiting.add({ system: 'juki', seq: 8 });
  waiting.add(null);
  expect(waiting.take()).toEqual({ isAll: true, changes: [] });
  expect(waiting.isEmpty()).toBe(true);
});
