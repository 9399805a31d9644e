// What is lacking in people, in words.
import type { Lack } from '../../machines/programme/powers/lacking.ts';
import type { Names } from '../../texts/names.ts';
import { lackText } from '../../texts/sheets/people-sheet-texts.ts';
import type { LackView } from '../contract/people-sheets.ts';

export const lackView = (lack: Lack, names: Pick<Names, 'post'>): LackView => ({
  code: lack.code,
  post: 'post' in lack ? lack.post : null,
  message: lackText(lack, names),
});
