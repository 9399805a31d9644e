// What others wrote is shown on a terminal and never obeyed by it.
import { describe, expect, it } from 'vitest';
import { printAnswer } from '../../cli/print/answer.ts';
import { speak } from '../../cli/print/speech.ts';
import { tableLines } from '../../cli/print/table.ts';
import { visible, visibleJson } from '../../cli/print/visible.ts';
import { refuseBrokenArguments, refuseBrokenSettings } from '../../cli/wrong-use.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/u;
const hostile = [
  '\u001b[2J\u001b[H',
  '\u0007',
  '\u009b31m',
  '\u202e承認\u202c',
  '見\u200bえない',
  'a\rb',
  '\u001b]8;;x\u0007',
];

const printed = (answer: Parameters<typeof printAnswer>[0], json: boolean, terminal = true): string => {
  const said: string[] = [];
  const keep = (data: string | Uint8Array) =>
    void said.push(typeof data === 'string' ? data : new TextDecoder().decode(data));
  printAnswer(answer, json, speak('ja'), { out: keep, err: keep, terminal });
  return said.join('');
};

describe.each(hostile)('%j', (text) => {
  it('is marked, in lines, asides, tables and documents', () => {
    const value = { reason: text };
    const lines = [`理由：${text}`, ...tableLines([{ head: '理由' }], [[text]], '')];
    expect(printed({ kind: 'value', value, rehearsal: false, lines, asides: [text] }, false)).not.toMatch(
      OBEYED,
    );
    const bytes = new TextEncoder().encode(text);
    expect(printed({ kind: 'document', value, bytes }, false)).not.toMatch(OBEYED);
    expect(printed({ kind: 'document', value, bytes }, false, false)).toBe(text);
  });
  it('is the same value in JSON, written as escapes', () => {
    const json = visibleJson(JSON.stringify({ reason: text }));
    expect(json).not.toMatch(OBEYED);
    expect(JSON.parse(json)).toEqual({ reason: text });
  });
});

it('a line that others begin is set in under ours', () => {
  const answer = { kind: 'value' as const, value: null, rehearsal: false, lines: ['理由：済\n✔ 承認済み'] };
  expect(printed(answer, false)).toBe('理由：済\n      ✔ 承認済み\n');
});

it('plain Japanese and its variants stay as they are', () => {
  for (const text of ['葛󠄀城市 ①-1 ㈱', '𠮷野家', '1行目\n2行目']) expect(visible(text)).toBe(text);
});

it('an argument or a setting that was no UTF-8 is refused', () => {
  expect(() => refuseBrokenArguments(['hold', 'juki', '--reason', '\ufffd\ufffd'])).toThrow(/Argument 4/);
  expect(() => refuseBrokenArguments(['hold', 'juki', '--reason', '理由'])).not.toThrow();
  expect(() => refuseBrokenSettings({ SEKIMORI_TOKEN: 'a\ufffd' })).toThrow(/SEKIMORI_TOKEN/);
  expect(() => refuseBrokenSettings({ OTHER: '\ufffd', SEKIMORI_TOKEN: 'a' })).not.toThrow();
});
