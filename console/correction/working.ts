// What whoever puts an entry right works with.
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import type { Me } from '../../server/contract/programmes.ts';

export interface Working {
  code: string;
  account: string;
  view: SystemView;
  draft: CorrectionDraft;
  post: Me['posts'][number];
  onDone: (said: string) => void;
}
