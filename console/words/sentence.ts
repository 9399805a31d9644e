// What a page's words are: each sentence in both languages, side by side. One that is missing does not compile.
export interface Sentence {
  ja: string;
  en: string;
}

export type Words = Record<string, Sentence>;
