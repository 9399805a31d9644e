// Which language the reader is spoken to in, and pairs of sentences. Knows no command.
export type Language = 'ja' | 'en';

export interface Text {
  ja: string;
  en: string;
}

export type Say = (ja: string, en: string) => string;

export const speak =
  (language: Language): Say =>
  (ja, en) =>
    language === 'ja' ? ja : en;

/** `--lang`, else SEKIMORI_LANG, else an English locale; Japanese otherwise. A wrong `--lang` is refused later. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const asked = askedLanguage(argv) ?? env.SEKIMORI_LANG;
  if (asked === 'ja' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('en') ? 'en' : 'ja';
}

function askedLanguage(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (index < 0) return undefined;
  const word = argv[index];
  return word?.startsWith('--lang=') ? word.slice('--lang='.length) : argv[index + 1];
}
