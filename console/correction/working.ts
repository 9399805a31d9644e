// What whoever puts an entry right works with.
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import type { SystemView } from '../../server/contract/migrations.ts';
import type { Sentence } from '../words/sentence.ts';

export interface Working {
  code: string;
  account: string;
  view: SystemView;
  draft: CorrectionDraft;
  post: { post: string; label: Sentence };
  onDone: (said: string) => void;
}
