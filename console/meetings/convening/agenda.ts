// From what is ticked and typed to the agenda as it is sent. Pure: which items there are, and who decides them, the server says.
import type { MeetingBodyView, PosedView } from '../../../server/contract/meetings/convening.ts';
import type { ConvenedDraft, ItemDraft, ProvisoDraft } from '../../acts/sending/convened.ts';

export const keyOf = ({ system, decides }: Pick<PosedView, 'system' | 'decides'>): string =>
  `${system} ${JSON.stringify(decides)}`;

export const beginItem = (item: PosedView): ItemDraft => ({
  key: keyOf(item),
  title: '',
  order: item.tied?.bidders.map(({ id }) => id) ?? [],
  how: item.tied?.hows[0]?.how ?? '',
  conditions: [],
});

/** One as it is put, with the number it has on the agenda; what can be put no more is left out. */
export interface Put {
  number: number;
  item: PosedView;
  typed: ItemDraft;
}

export function putIn({ items }: Pick<ConvenedDraft, 'items'>, body: Pick<MeetingBodyView, 'items'>): Put[] {
  const known = new Map(body.items.map((item) => [keyOf(item), item]));
  const there = items.flatMap((typed) => {
    const item = known.get(typed.key);
    return item ? [{ item, typed }] : [];
  });
  return there.map((one, index) => ({ number: index + 1, ...one }));
}

/** Whom the others of a tie leave for a place: each stands in one. */
export function placed(order: readonly string[], place: number, bidder: string): string[] {
  const from = order.indexOf(bidder);
  return order.map((one, index) => (index === place ? bidder : index === from ? (order[place] ?? one) : one));
}

export const isBlank = ({ text, owner, dueOn }: ProvisoDraft): boolean =>
  text.trim() === '' && owner === '' && dueOn === '';
export const isHalf = (one: ProvisoDraft): boolean =>
  !isBlank(one) && (one.text.trim() === '' || one.owner === '' || one.dueOn === '');

/** As they are sent; a line in which nothing stands is none. */
export const askedIn = (typed: readonly ProvisoDraft[]) =>
  typed
    .filter((one) => !isBlank(one))
    .map(({ text, owner, dueOn, reopens }) => ({
      text: text.trim(),
      owner,
      dueOn,
      ...(reopens === '' ? {} : { reopens }),
    }));

function decidesIn({ item: { decides, tied }, typed: { order, how } }: Put) {
  const named = tied?.hows.find((one) => one.how === how);
  return decides.kind === 'tie' && named ? { ...decides, order, how: named.how } : decides;
}

export function agendaOf(form: ConvenedDraft['form'], put: readonly Put[]) {
  return put.map((one) => {
    const { item, typed } = one;
    const conditions = form === 'circulation' && item.takesConditions ? askedIn(typed.conditions) : [];
    const title = typed.title.trim();
    return {
      system: item.system,
      decides: decidesIn(one),
      ...(title === '' ? {} : { title }),
      ...(conditions.length > 0 ? { conditions } : {}),
    };
  });
}
