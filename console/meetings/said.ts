// What will be recorded of a meeting, as it is said before it is: people by their names, votes by what each said. Pure.
import type { MeetingItemView, MeetingView } from '../../server/contract/meetings/meetings.ts';
import type { Voice } from '../../server/contract/meetings/words.ts';
import type { Me } from '../../server/contract/programmes.ts';

export type Voices = Readonly<Record<string, Voice | undefined>>;

export const VOICES = ['for', 'against', 'abstain'] as const satisfies readonly Voice[];

/** Everyone who has a seat, each once; in their own right where they have such a seat. */
export function seatsOf(roll: MeetingView['roll']): MeetingView['roll'] {
  const own = roll.filter(({ deputy }) => deputy === null);
  return [...new Map([...roll, ...own].map((seat) => [seat.account, seat])).values()];
}

/** By voice, in the order of the seats; who has not been asked is in none. */
export function byVoice(
  { voters }: Pick<MeetingItemView, 'voters'>,
  voices: Voices,
): Record<Voice, string[]> & { unsaid: string[] } {
  const of = (voice: Voice) => voters.filter((account) => voices[account] === voice);
  const unsaid = voters.filter((account) => voices[account] === undefined);
  return { for: of('for'), against: of('against'), abstain: of('abstain'), unsaid };
}

type Held = Me['posts'][number];

/** In whose stead a post is held; null where it is the reader's own. */
export const steadOf = ({ deputy, until }: Held): Stead | null => (deputy ? { ...deputy, until } : null);
export type Stead = NonNullable<Held['deputy']> & { until: string };

/** Of a meeting that is closed: whether something of it is not in its system yet. */
export const isLeft = ({ outcome, taken }: Pick<MeetingItemView, 'outcome' | 'taken'>): boolean =>
  outcome !== null && outcome !== 'carriedOver' && !taken;
