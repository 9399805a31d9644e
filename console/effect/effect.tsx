// What an act would move, asked of the server before anything is recorded.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { EffectView } from '../../server/contract/planning/schedule.ts';
import { heldFor } from '../acts/held.ts';
import { requestId, post as send } from '../api.ts';
import { systemPath } from '../asks.ts';
import { ganttWords } from '../gantt/words.ts';
import { meQuery } from '../queries.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';

interface Props {
  code: string;
  system: string;
  version: number;
  today: string;
  /** What would be recorded, but for its reason; null where it is not typed whole yet. */
  fact: { type: string; [field: string]: string } | null;
}

/** Stands where the act asks for a reason, beside the cause that is always allowed; the page says that both are left out. Never recorded. */
const LOOKED_AT = '影響の確認';

export function Effect({ code, system, version, today, fact }: Props) {
  const { t } = useWords(ganttWords);
  const { data: me } = useQuery(meQuery);
  const posts = me ? heldFor(me, code, system).map(({ post }) => post) : [];
  const askedIn = (post: string, given: NonNullable<Props['fact']>) =>
    send<EffectView>(
      `${systemPath(code, system)}/effect`,
      {
        fact: { cause: 'other', ...given, reason: LOOKED_AT },
        post,
        occurredOn: today,
        requestId: requestId(),
        seenVersion: version,
      },
      me?.account ?? null,
    );
  const asked = useMutation({
    mutationFn: async (given: NonNullable<Props['fact']>) => {
      // Whoever holds several posts may do it in one of them alone: in none of the others is it refused for that.
      let found: EffectView | null = null;
      for (const post of posts) {
        const effect = await askedIn(post, given);
        if (found === null || effect.refusals.length < found.refusals.length) found = effect;
        if (found.refusals.length === 0) break;
      }
      return found;
    },
  });
  if (posts.length === 0) return <p className="soft small">{t('effect.noPost')}</p>;
  return (
    <div className="effect">
      <button
        type="button"
        className="button"
        disabled={fact === null || asked.isPending}
        onClick={() => fact && asked.mutate(fact)}
      >
        {t('effect.show')}
      </button>
      <p className="small soft">{t('effect.leftOut')}</p>
      <div role="status">{asked.data && <Told effect={asked.data} />}</div>
      {asked.error && <ProblemNotice error={asked.error} />}
    </div>
  );
}

function Told({ effect }: { effect: EffectView }) {
  const { t, say, day } = useWords(ganttWords);
  const { refusals, moved, dependents, collisions } = effect;
  const when = (on: string | null) => (on === null ? t('effect.undecided') : day(on, 'short'));
  if (refusals.length > 0)
    return (
      <div className="notice warn small">
        <strong>{t('effect.refused')}</strong>
        <ul>
          {refusals.map((refusal) => (
            <li key={refusal.code + say(refusal.message)}>{say(refusal.message)}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className="notice small">
      <strong>{moved.length > 0 ? t('effect.moved') : t('effect.none')}</strong>
      <ul>
        {moved.map(({ deadline, label, was, dueOn }) => (
          <li key={deadline}>
            {t('effect.change', { label: say(label), was: when(was), now: when(dueOn) })}
          </li>
        ))}
      </ul>
      {collisions.length > 0 && <strong>{t('effect.collisions')}</strong>}
      <ul>
        {collisions.map((one) => (
          <li key={say(one)}>{say(one)}</li>
        ))}
      </ul>
      {dependents.length > 0 && <strong>{t('effect.dependents')}</strong>}
      <ul>
        {dependents.map(({ system, name, phase, phaseLabel, endOn, collides }) => (
          <li key={`${system}/${phase}`}>
            {t('effect.dependent', { system: say(name), phase: say(phaseLabel), day: when(endOn) })}{' '}
            {collides && <span className="tag bad">{t('effect.collides')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
