// What a body's votes come to by its rules: the one rule for meetings and circulations. Pure; knows no meeting.
import { type MeetingRules, shareOf } from '../definition/meeting-rules.ts';

export const voices = ['for', 'against', 'abstain'] as const;
export type Voice = (typeof voices)[number];
export type Casting = 'for' | 'against';

/** How people decide: together in one place (or by wire), or each in writing by a day. */
export const forms = ['inPerson', 'circulation'] as const;
export type Form = (typeof forms)[number];

/** Of a circulation `present` are those who answered. Nobody recused is in it. */
export interface Ballot {
  form: Form;
  present: readonly string[];
  voices: Readonly<Record<string, Voice>>;
  /** Whose a tie is to decide; null where nobody presides. */
  presider: string | null;
  casting?: Casting | undefined;
}

/** tied: nobody has decided the tie yet. noQuorum: too few for anything. */
export type Result = 'carried' | 'lost' | 'tied' | 'noQuorum';

export interface Count {
  result: Result;
  present: number;
  quorum: number;
  for: number;
  against: number;
  abstain: number;
  /** True where the votes were tied and whoever presides has decided. */
  byCasting: boolean;
}

type Rules = Pick<MeetingRules, 'quorum' | 'carriedBy' | 'tie' | 'circulation'>;

/** How many are needed at least; of a circulation that is not allowed, more than there are. */
export function quorumFor(rules: Rules, members: number, form: Form): number {
  if (form === 'inPerson') return shareOf(rules.quorum, members);
  return rules.circulation ? shareOf(rules.circulation.quorum, members) : members + 1;
}

/** Who has a vote among those present: whoever presides only where the rules give them one. */
export const votersAmong = ({ tie }: Rules, { present, presider }: Pick<Ballot, 'present' | 'presider'>) =>
  tie === 'chair' ? present.filter((account) => account !== presider) : [...present];

export function countOf(rules: Rules, members: number, ballot: Ballot): Count {
  const { form, present } = ballot;
  const voters = votersAmong(rules, ballot);
  const number = (wanted: Voice) => voters.filter((account) => ballot.voices[account] === wanted).length;
  const counted = { for: number('for'), against: number('against'), abstain: number('abstain') };
  const quorum = quorumFor(rules, members, form);
  const said = { present: present.length, quorum, ...counted };
  if (present.length < quorum) return { ...said, result: 'noQuorum', byCasting: false };
  const base = rules.carriedBy === 'present' ? voters.length : counted.for + counted.against;
  if (counted.for * 2 > base) return { ...said, result: 'carried', byCasting: false };
  if (counted.for !== counted.against || counted.for === 0 || rules.tie === 'lost')
    return { ...said, result: 'lost', byCasting: false };
  const casting = castingOf(ballot);
  if (casting === undefined) return { ...said, result: 'tied', byCasting: false };
  return { ...said, result: casting === 'for' ? 'carried' : 'lost', byCasting: true };
}

/** In writing, whoever presides has said already what a tie comes to. */
function castingOf({ form, present, presider, casting, voices: said }: Ballot): Casting | undefined {
  if (presider === null || !present.includes(presider)) return undefined;
  if (form === 'inPerson') return casting;
  const own = said[presider];
  return own === 'abstain' ? undefined : own;
}

/** True where whatever those who are still out say, a circulation comes to the same. */
export function isSettled(rules: Rules, members: number, ballot: Ballot, out: readonly string[]): boolean {
  const resultIf = (voice: Voice) =>
    countOf(rules, members, {
      ...ballot,
      present: [...ballot.present, ...out],
      voices: { ...ballot.voices, ...Object.fromEntries(out.map((account) => [account, voice])) },
    }).result;
  const { result: now, ...count } = countOf(rules, members, ballot);
  if (now === 'noQuorum' || (now === 'tied' && out.length > 0)) return false;
  const voters = votersAmong(rules, { present: out, presider: ballot.presider }).length;
  // Those who are out may still make a tie, which is the chair's to decide.
  if (now === 'lost' && out.length > 0 && rules.tie !== 'lost' && count.for + voters >= count.against)
    return false;
  return voices.every((voice) => resultIf(voice) === now);
}
