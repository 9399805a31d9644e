// A memory is replaced, and not merged into what was before.
import { expect, it } from 'vitest';
import { assign, createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { replacing } from '../../machines/play/replacing.ts';
import { persisted } from '../../machines/play/stored.ts';

interface Memory {
  count: number;
  once?: string;
}

const after = (changing: (before: Memory) => Memory) => {
  const machine = createMachine({
    context: { count: 0, once: 'said' } as Memory,
    on: { told: { actions: assign(({ context }) => replacing(context, changing(context))) } },
  });
  const next = getNextSnapshot(machine, getInitialSnapshot(machine), { type: 'told' });
  return persisted<{ context: Memory }>(machine, next).context;
};

it('what a change leaves out is gone from what is stored', () => {
  expect(after(({ once: _gone, ...rest }) => ({ ...rest, count: 1 }))).toEqual({ count: 1 });
});

it('what it keeps or sets stands', () => {
  expect(after((before) => ({ ...before, count: 2 }))).toEqual({ count: 2, once: 'said' });
  expect(after(() => ({ count: 3, once: 'anew' }))).toEqual({ count: 3, once: 'anew' });
});
