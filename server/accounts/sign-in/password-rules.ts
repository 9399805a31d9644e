// Which passwords a person may not choose: the common and easily guessed, and those with the account's or the person's
// own name in them. The list is the library's, loaded at the first question; nothing is asked of any network.
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Text } from '../../../machines/definition/definition.ts';
import type { Person } from '../people.ts';

export type PasswordFault = 'commonPassword' | 'nameInPassword' | 'samePassword';

/** zxcvbn's scale of 0 to 4: below 3, fewer than 10^8 guesses find it. */
const LEAST_SCORE = 3;
/** A name shorter than this is in too many words. */
const LEAST_NAME = 3;
/** Of names written without letters, 花子 is one already. */
const LEAST_KANJI = 2;

/** Of this system: everybody who guesses begins with them. */
const OWN_NAMES = ['sekimori', '関守'];

export const passwordFaultTexts: Record<PasswordFault, Text> = {
  commonPassword: {
    ja: 'よく使われる、または推測されやすいパスワードです。',
    en: 'It is a common password, or an easily guessed one.',
  },
  nameInPassword: {
    ja: 'アカウント名、氏名、このシステムの名前を含めないでください。',
    en: 'It contains the name of the account, of its person or of this system.',
  },
  samePassword: { ja: '今のパスワードと同じです。', en: 'It is the password you have now.' },
};

let loading: Promise<ZxcvbnFactory> | undefined;

export async function passwordFault(
  next: string,
  current: string,
  person: Pick<Person, 'account' | 'name'>,
): Promise<PasswordFault | null> {
  if (next === current) return 'samePassword';
  const names = [...namesOf(person), ...OWN_NAMES];
  if (names.some((name) => plain(next).includes(name))) return 'nameInPassword';
  loading ??= load();
  const { score } = (await loading).check(next, names);
  return score < LEAST_SCORE ? 'commonPassword' : null;
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs });
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The account, its parts (`kato.hanako`), and the person's name with and without spaces. */
function namesOf({ account, name }: Pick<Person, 'account' | 'name'>): string[] {
  const whole = plain(name);
  const parts = [
    account,
    ...account.split(/[._@-]/),
    whole.replaceAll(/\s/g, ''),
    ...whole.split(/[\s（(・）)]+/),
  ];
  return [...new Set(parts)].filter(
    (part) => part.length >= (/[a-z0-9]/.test(part) ? LEAST_NAME : LEAST_KANJI),
  );
}
