// The meeting that is being convened as the tab holds it, and for which bodies the reader may.
import { useState } from 'react';
import type { Convening, MeetingBodyView } from '../../../server/contract/meetings/convening.ts';
import type { Me } from '../../../server/contract/programmes.ts';
import type { ConvenedDraft, ItemDraft } from '../../acts/sending/convened.ts';
import { useDesk } from '../../acts/sending/desk.ts';

export interface ConvenedHold {
  draft: ConvenedDraft;
  change: (part: Partial<ConvenedDraft>) => void;
  changeItem: (key: string, part: Partial<ItemDraft>) => void;
  drop: () => void;
}

const begun: ConvenedDraft = { body: '', form: 'inPerson', on: '', place: '', items: [] };

export function useConvened(code: string, account: string): ConvenedHold {
  const { convened } = useDesk();
  const key = `${account}/${code}`;
  const [typed, setTyped] = useState<{ key: string; draft: ConvenedDraft } | null>(null);
  const draft = typed?.key === key ? typed.draft : (convened.get(key) ?? begun);
  const keep = (next: ConvenedDraft) => {
    convened.set(key, next);
    setTyped({ key, draft: next });
  };
  return {
    draft,
    change: (part) => keep({ ...draft, ...part }),
    changeItem: (of, part) =>
      keep({ ...draft, items: draft.items.map((item) => (item.key === of ? { ...item, ...part } : item)) }),
    drop: () => convened.drop(key),
  };
}

/** In which post the reader records for a body; null where they are not of its secretariat. */
export function secretaryOf(
  { posts }: Me,
  code: string,
  { secretariat }: Pick<MeetingBodyView, 'secretariat'>,
) {
  const of = new Set(secretariat.map(({ post }) => post));
  return (
    posts.find(({ programme, system, post }) => programme === code && system === null && of.has(post)) ?? null
  );
}

export const bodiesFor = (me: Me, code: string, { bodies }: Pick<Convening, 'bodies'>): MeetingBodyView[] =>
  bodies.filter((body) => secretaryOf(me, code, body) !== null);
