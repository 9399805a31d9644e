// Every act that people send has a command of its own, so that what may be done can be said as what to type.
import { expect, it } from 'vitest';
import { commandsByAct } from '../../cli/command-spec.ts';
import { controlCommands } from '../../cli/commands/control.ts';
import { gateCommands } from '../../cli/commands/gates.ts';
import { recordCommands } from '../../cli/commands/record.ts';
import { stepCommands } from '../../cli/commands/steps.ts';
import { acts } from '../../machines/migration/acts.ts';

const commands = commandsByAct([...gateCommands, ...controlCommands, ...recordCommands, ...stepCommands]);

it('each act of people has one', () => {
  const sent = Object.entries(acts).filter(([, { from }]) => from.some((kind) => kind === 'person'));
  expect(sent.filter(([type]) => !commands.has(type)).map(([type]) => type)).toEqual([]);
});

it('a command below another is named with it', () => {
  expect(commands.get('goingBack.approved')).toBe('go-back approve');
  expect(commands.get('gate.approved')).toBe('approve');
});
