// What whoever puts an entry right works with.
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import type { Me } from '../../server/contract/programmes.ts';
import type { Sentence } from '../words/sentence.ts';

export interface Working {
  code: string;
  account: string;
  view: SystemView;
  draft: CorrectionDraft;
  post: Me['posts'][number];
  onDone: (said: string) => void;
  /** Given up: to the system's page. */
  onClose: () => void;
}

/** What the record is asked for where no answer to it comes. */
export const deliveryOf = ({ view: { row }, draft }: Pick<Working, 'view' | 'draft'>, act: Sentence) => ({
  system: row.system,
  systemName: row.name,
  act,
  seenVersion: draft.version,
});
