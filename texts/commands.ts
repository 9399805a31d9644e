// A sentence that asks for something names the command for it in brackets of its own, which a page and a letter with ways to pages leave out.

const ASIDE = /\s*[（(](?:npx )?sekimori [^（）()]*[）)]/g;

/** The sentence for who reads it where there is no command line. */
export const withoutCommands = (sentence: string): string => sentence.replace(ASIDE, '');
