// Votes as they are written: who is for, against, abstaining; `all` for everyone who has a vote and is not named otherwise.

import type { MeetingItemView } from '../../../server/contract/meetings/meetings.ts';
import type { Voice } from '../../../server/contract/meetings/words.ts';
import { CommandFailure } from '../../failure.ts';

const EVERYONE = new Set(['all', '全員', '全会一致', '異議なし']);
const SEPARATOR = /[,，、・\s]+/u;

export type Written = Partial<Record<Voice, string>>;

const accountsIn = (written: string | undefined): string[] =>
  (written ?? '').split(SEPARATOR).filter((one) => one !== '');

/** @throws CommandFailure where everyone is meant twice */
export function votesFrom(written: Written, { voters }: Pick<MeetingItemView, 'voters'>) {
  const said = (['for', 'against', 'abstain'] as const).map((voice) => ({
    voice,
    accounts: accountsIn(written[voice]),
  }));
  const everyone = said.filter(({ accounts }) => accounts.some((one) => EVERYONE.has(one)));
  if (everyone.length > 1)
    throw new CommandFailure('wrongUse', {
      ja: '「全員」は、賛成・反対・棄権のうち一つだけに書けます。',
      en: '"all" stands with one of --for, --against and --abstain only.',
    });
  const named = said.flatMap(({ voice, accounts }) =>
    accounts.filter((one) => !EVERYONE.has(one)).map((account) => ({ account, voice })),
  );
  const [all] = everyone;
  const rest = all ? voters.filter((account) => !named.some((vote) => vote.account === account)) : [];
  return [...named, ...rest.map((account) => ({ account, voice: all?.voice ?? ('for' as const) }))];
}
