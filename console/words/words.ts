// All words of the console, composed from those of its pages.
import { actWords } from '../acts/words.ts';
import { boardWords } from '../board/words.ts';
import { pastWords } from '../past/words.ts';
import { shellWords } from '../shell/words.ts';
import { signInWords } from '../sign-in/words.ts';
import { systemWords } from '../system/words.ts';
import { inboxWords } from '../today/told/words.ts';
import { uiWords } from '../ui/words.ts';

export const words = {
  ...shellWords,
  ...signInWords,
  ...uiWords,
  ...boardWords,
  ...systemWords,
  ...actWords,
  ...pastWords,
  ...inboxWords,
};

export type Word = keyof typeof words;
