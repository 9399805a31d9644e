// What a command gives back: one value for programs and its lines for people. Commands return it and print nothing.
import type { FailureKind } from '../failure.ts';
import type { Say } from './speech.ts';
import { visible, visibleJson, visibleLine } from './visible.ts';

export type Answer =
  | {
      kind: 'value';
      value: unknown;
      /** Marked 【演習】 when printed. */
      rehearsal: boolean;
      lines: string[];
      /** Said on stderr, beside the answer. */
      asides?: string[];
      /** The exit code is this one's although the answer is whole: a verification that found a fault. */
      endsAs?: FailureKind | undefined;
    }
  | {
      /** A document printed byte for byte, marked inside itself. */
      kind: 'document';
      value: unknown;
      bytes: Uint8Array;
      asides?: string[];
    }
  | {
      /** All of it was printed as it came. */
      kind: 'said';
      asides?: string[];
    };

export interface Streams {
  out: (data: string | Uint8Array) => void;
  err: (text: string) => void;
  /** Whether a person's terminal reads `out`: documents are then shown, not sent byte for byte. */
  terminal: boolean;
}

/** Prints an answer: exactly one JSON value on stdout under `--json`, otherwise its lines. */
export function printAnswer(answer: Answer, json: boolean, say: Say, { out, err, terminal }: Streams): void {
  for (const aside of answer.asides ?? []) err(`${visibleLine(aside)}\n`);
  if (answer.kind === 'said') return;
  if (json) out(`${visibleJson(JSON.stringify(answer.value))}\n`);
  else if (answer.kind === 'document')
    out(terminal ? visible(new TextDecoder().decode(answer.bytes)) : answer.bytes);
  else out(pageText(answer, say));
}

/** Lines for people as one text, marked where they are of a rehearsal. */
export function pageText(
  { rehearsal, lines }: { rehearsal: boolean; lines: readonly string[] },
  say: Say,
): string {
  const mark = rehearsal ? [say('【演習】', '【演習 rehearsal】')] : [];
  return `${[...mark, ...lines.map(visibleLine)].join('\n')}\n`;
}
