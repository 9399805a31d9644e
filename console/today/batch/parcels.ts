// What goes to each of the systems of a batch: the one draft as that system takes it. Pure.
import { factOf } from '../../acts/form/fact.ts';
import type { ActView } from '../../acts/questions.ts';
import type { Draft } from '../../acts/sending/draft.ts';
import type { Begun, Target } from './target.ts';
import { draftFor, namedBy, seenIn } from './target.ts';
import type { Parcel } from './use-batch.ts';

/** A system in which it can be done. */
export type Offered = Target & { act: ActView };
export const isOffered = (target: Target): target is Offered => target.act !== null;

interface Typed {
  begun: Begun;
  draft: Draft;
  several: boolean;
}

export function parcelTo(target: Offered, { begun: { line, act }, draft, several }: Typed): Parcel {
  const { system, view } = target;
  return {
    system,
    systemName: view.row.name,
    act: act.label,
    body: {
      fact: { ...factOf(target.act, draftFor(draft, view, several)), ...namedBy(line.known) },
      post: line.post?.post ?? '',
      occurredOn: draft.occurredOn,
      seenVersion: seenIn(target),
    },
  };
}
