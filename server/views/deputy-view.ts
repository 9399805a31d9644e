// A deputyship as it is told: for whom, where, how long, and whether it is held today.
import { deputyKindText } from '../../texts/deputy-texts.ts';
import type { Names } from '../../texts/names.ts';
import type { Deputyship } from '../accounts/deputies.ts';
import type { DeputyView } from '../contract/posts.ts';

export function deputyView(one: Deputyship, names: Names, today: string): DeputyView {
  const { seq, account, name, post, systems, deputy, holderName, from, until, reason } = one;
  return {
    number: seq,
    account,
    name,
    post,
    postLabel: names.post(post),
    systems,
    kind: deputy.kind,
    kindLabel: deputyKindText[deputy.kind],
    holder: deputy.holder ?? null,
    holderName,
    from,
    until,
    seenBy: deputy.seenBy ?? null,
    reason,
    state: stateOf(one, today),
  };
}

function stateOf({ isUndone, from, until }: Deputyship, today: string): DeputyView['state'] {
  if (isUndone || until < today) return 'over';
  return from > today ? 'coming' : 'now';
}
