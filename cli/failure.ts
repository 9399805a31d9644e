// How a command ends without having done its work: an exit code, sentences for people, a value for programs.
import type { InputIssue, Problem } from '../server/contract/values.ts';
import { type Naming, plainNaming } from './print/naming/place-word.ts';
import type { Language, Text } from './print/speech.ts';

/** `unchanged`: what was handed in says what holds already. `internal`: a fault of the command itself, which none of the others says. */
export const exitCodes = {
  done: 0,
  refused: 1,
  wrongUse: 2,
  unreachable: 3,
  internal: 4,
  unchanged: 5,
} as const;
export type FailureKind = Exclude<keyof typeof exitCodes, 'done'>;

export class CommandFailure extends Error {
  readonly kind: FailureKind;
  readonly text: Text;
  readonly problem: Problem | null;
  /** How the command that failed calls what it sent. */
  naming: Naming = plainNaming;
  constructor(kind: FailureKind, text: Text, problem: Problem | null = null) {
    super(text.en);
    this.name = 'CommandFailure';
    this.kind = kind;
    this.text = text;
    this.problem = problem;
  }
}

/** Anything that no command foresaw, to be ended with like the rest. */
export function unforeseen(error: unknown): CommandFailure {
  const why = error instanceof Error ? error.message : String(error);
  return new CommandFailure('internal', {
    ja: `コマンドの中で思いがけない誤りが起きました（${why}）。次の記録を添えて、運用担当にお知らせください。`,
    en: `The command met a fault that it did not foresee (${why}). Tell the operator what follows.`,
  });
}

/** What comes after something was recorded or issued may fail: then that is told beside it, and nothing is lost. */
export async function orFailure<T>(after: () => T | Promise<T>): Promise<T | CommandFailure> {
  try {
    return await after();
  } catch (error) {
    if (error instanceof CommandFailure) return error;
    throw error;
  }
}

/** What `--json` prints of a failure: the server's problem, or one of the same shape made here. */
export function failureValue({ kind, text, problem }: CommandFailure): unknown {
  return (
    problem ?? { type: `urn:sekimori:command:${kind}`, title: kind, status: 0, code: kind, detail: text }
  );
}

/** The sentences for stderr: the problem, each reason, each mistake in the input with where it is. */
export function failureLines({ text, problem, naming }: CommandFailure, language: Language): string[] {
  const reasons = (problem?.refusals ?? []).map(({ message }) => `  ・${message[language]}`);
  const mistakes = (problem?.issues ?? []).map((issue) => issueLine(issue, language, naming));
  const number = problem?.code === 'internal' && problem.instance ? [`  instance: ${problem.instance}`] : [];
  return [text[language], ...reasons, ...mistakes, ...number];
}

/** Where in a file or of what was typed, what of it, and what would be right. */
export function issueLine(
  { file, line, field, message, expected }: InputIssue,
  language: Language,
  naming: Naming = plainNaming,
): string {
  const place = file === undefined ? naming(field)?.[language] : field;
  const where = [file, line, place].filter((part) => part !== undefined && part !== '').join(':');
  const right = expected ? ` → ${expected[language]}` : '';
  return `  ・${where === '' ? '' : `${where}: `}${message[language]}${right}`;
}
