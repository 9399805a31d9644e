// Asking at a terminal whether and what; nobody is asked where no terminal is.
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Text } from '../../print/speech.ts';

/** An option, or what a person types in its place; null where neither is given. */
export async function given(
  { person }: Context,
  options: Options,
  name: string,
  asked: Text,
): Promise<string | null> {
  const written = options.text(name);
  if (written !== undefined) return written;
  const typed = person === null ? '' : await person.ask(asked);
  return typed === '' ? null : typed;
}

/** Shows what would be done, and whether it is to be done: `--yes`, or a person's yes. */
export async function confirmed(
  { person }: Context,
  options: Options,
  lines: readonly string[],
): Promise<boolean> {
  if (options.flag('yes')) return true;
  if (person === null) return false;
  person.tell(lines);
  const typed = await person.ask({ ja: '行いますか（はい / いいえ）: ', en: 'Do it (yes / no)? ' });
  return /^(?:はい|y|yes)$/i.test(typed.normalize('NFKC'));
}

export const unconfirmed = ({ say }: Context): string =>
  say('まだ行っていません。行うには --yes を付けてください。', 'Not done yet: --yes does it.');
