// What every input of an act's dialog is given.
import type { SystemView } from '../../server/contract/migrations.ts';
import type { Field } from './act-fields.ts';
import type { Change, Draft } from './draft.ts';
import type { AskedDocument } from './evidence-kind.tsx';

export interface InputProps {
  field: Field;
  draft: Draft;
  change: Change;
  view: SystemView;
  code: string;
  act: string;
  asked: readonly AskedDocument[];
  wrong: ReadonlySet<string>;
}
