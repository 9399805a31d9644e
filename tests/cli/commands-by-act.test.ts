// Every act that people send has a command of its own, so that what may be done can be said as what to type.
import { describe, expect, it } from 'vitest';
import { answersOf, askedOptions } from '../../cli/asked.ts';
import { commandsByAct } from '../../cli/command-spec.ts';
import { commandGroups, loadCommands } from '../../cli/commands/by-name.ts';
import { CommandFailure } from '../../cli/failure.ts';
import { optionsOf } from '../../cli/options.ts';
import { acts } from '../../machines/migration/acts.ts';

const selection = {
  candidate: 'A社',
  technical: '５７４.9',
  price: '53',
  printedTotal: '628',
  method: '提案',
};

const namesOf = (specs: readonly { usage: string }[]) => specs.map(({ usage }) => usage.split(' ')[0]);
const all = (await loadCommands()).flatMap(({ specs }) => specs);
const commands = commandsByAct(all);

it('a command is found in the file that is said to hold it', async () => {
  const files = commandGroups.flatMap((group) => group.files);
  for (const { names, load } of files) expect(namesOf(await load())).toEqual(names);
  const every = files.flatMap(({ names }) => names);
  expect(new Set(every).size).toBe(every.length);
});

it('only the file of the command that is named is read; every one where none is', async () => {
  const named = await loadCommands('as-of');
  expect(namesOf(named.flatMap(({ specs }) => specs))).toEqual(['status', 'as-of']);
  for (const name of [undefined, 'staus'])
    expect(namesOf((await loadCommands(name)).flatMap(({ specs }) => specs))).toEqual(namesOf(all));
});

it('each act of people has one', () => {
  const sent = Object.entries(acts).filter(([, { from }]) => from.some((kind) => kind === 'person'));
  expect(sent.filter(([type]) => !commands.has(type)).map(([type]) => type)).toEqual([]);
});

it('a command below another is named with it', () => {
  expect(commands.get('goingBack.approved')).toBe('go-back approve');
  expect(commands.get('gate.approved')).toBe('approve');
});

describe('what an act asks is what its command offers', () => {
  const flags = (type: Parameters<typeof askedOptions>[0]) =>
    askedOptions(type).map(({ flags: written, kind }) => `${written}${kind ? ` ${kind}` : ''}`);

  it('by the question’s own name and kind, or a shorter name', () => {
    expect(flags('contract.recorded')).toEqual([
      '--vendor <text> required',
      '--amount <year=yen> requiredList',
      '--total <yen> required',
      '--continues <years>',
      '--contract-type <word>',
      '--decided-on <date>',
      '--until <date>',
      '--other-vendor-reason <text>',
      '--note <text>',
    ]);
    expect(flags('gate.returned')).toEqual(['--reason <text> required']);
    expect(flags('evidence.attached')).toEqual([]);
  });

  it('a choice by any of its words, costs by year, and leaves out what is not given', () => {
    const given = { kind: 'RFI回答', vendor: 'A社', cost: ['R7=1億円/340万円'] };
    expect(answersOf('estimate.recorded', optionsOf(given))).toEqual({
      estimateKind: 'rfi',
      vendor: 'A社',
      costs: [{ fiscalYear: 2025, migrationYen: 100_000_000, operationYen: 3_400_000 }],
    });
    expect(() => answersOf('estimate.recorded', optionsOf({ ...given, kind: '見積り' }))).toThrow(
      /--kind takes one of rough, rfi, quote, contract, change/,
    );
    expect(flags('estimate.recorded')).toContain('--cost <year=migration/operation> requiredList');
    expect(flags('incident.closed')).toEqual(['--remedy <text> required']);
    expect(answersOf('contract.requested', optionsOf({}))).toEqual({});
    expect(answersOf('budget.voted', optionsOf({ fiscalYear: 'R5' }))).toEqual({ fiscalYear: 2023 });
  });

  it('the parts of one value by one option', () => {
    expect(flags('selection.recorded')).toContain('--out-of <technical/price> required');
    const answers = answersOf('selection.recorded', optionsOf({ ...selection, outOf: '700/300' }));
    expect(acts['selection.recorded'].schema.parse({ type: 'selection.recorded', ...answers })).toMatchObject(
      {
        technical: '574.9',
        outOf: { technical: '700', price: '300' },
        applicants: null,
      },
    );
  });

  it('leaves no part of what was written out: one too many, one too few, the same twice', () => {
    const outOf = (written: string) => () =>
      answersOf('selection.recorded', optionsOf({ ...selection, outOf: written }));
    expect(outOf('700/300/100')).toThrow(/--out-of takes 2 values as technical\/price, not "700\/300\/100"/);
    expect(outOf('700')).toThrow(CommandFailure);
    const steps =
      (...set: string[]) =>
      () =>
        answersOf('steps.recorded', optionsOf({ set }));
    expect(steps('15-1=done', '⑮-1=未着手')).toThrow(/⑮-1 twice/);
    expect(steps('15-1=done,15-1=done')).toThrow(/⑮-1 twice/);
    expect(steps('15-1=done=x')).toThrow(/done=x/);
    expect(steps('15-1=done', '15-2=未着手')()).toMatchObject({
      statuses: { '⑮-1': 'done', '⑮-2': 'notStarted' },
    });
  });

  it('makes a fact that the door takes, where what may be left out is', () => {
    const contract = answersOf(
      'contract.recorded',
      optionsOf({ vendor: 'B社', amount: ['R5=1'], total: '1' }),
    );
    expect(acts['contract.recorded'].schema.parse({ type: 'contract.recorded', ...contract })).toMatchObject({
      amounts: [{ fiscalYear: 2023, amountYen: 1 }],
      continuesInto: [],
    });
    expect(answersOf('regime.flagged', optionsOf({}))).toEqual({ reasonTypes: [] });
    expect(answersOf('regime.designated', optionsOf({ basis: '省令' }))).toEqual({
      completionOn: null,
      basis: '省令',
    });
    expect(answersOf('phase.submitted', optionsOf({}))).toEqual({});
  });

  it('takes the word for a day that is left open, where it may be', () => {
    for (const completion of ['未定', ' undecided ', '　未定'])
      expect(answersOf('regime.designated', optionsOf({ completion, basis: '省令' })), completion).toEqual({
        completionOn: null,
        basis: '省令',
      });
    expect(() => answersOf('deadline.set', optionsOf({ to: '未定', reason: '省令' }))).toThrow(
      CommandFailure,
    );
  });
});
