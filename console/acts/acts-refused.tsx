// What cannot be done now, and why: what is worth reading unasked, the rest behind one press.
import { Icon } from '../ui/icon.tsx';
import { useSpeech } from '../words/language.tsx';
import { type ActView, leadsOnward } from './questions.ts';

/** Why approving or submitting does not go is worth reading unasked; the rest where it is not just another's turn. */
function telling(act: ActView): boolean {
  const has = (...codes: string[]) => act.refusals.some(({ code }) => codes.includes(code));
  if (!act.moves) return false;
  return !has('event.notNow', 'actor.wrongPost') || (leadsOnward(act) && !has('event.notNow'));
}

export function Refused({ acts }: { acts: readonly ActView[] }) {
  const { t } = useSpeech();
  const shown = acts.filter(telling);
  const others = acts.filter((act) => !telling(act));
  return (
    <>
      {shown.length > 0 && (
        <>
          <h3>{t('system.refused')}</h3>
          <Reasons acts={shown} />
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary className="small">{t('system.otherRefused', { count: others.length })}</summary>
          <Reasons acts={others} />
        </details>
      )}
    </>
  );
}

function Reasons({ acts }: { acts: readonly ActView[] }) {
  const { label } = useSpeech();
  return (
    <ul className="acts-refused small">
      {acts.map((act) => (
        <li key={act.type} data-act={act.type}>
          <span className="acts-refused-name">
            <Icon name="cross" />
            {label(act.label)}
          </span>
          <Why refusals={act.refusals} />
        </li>
      ))}
    </ul>
  );
}

/** The first two reasons, and the others behind one press: the conditions are written out at the gate besides. */
function Why({ refusals }: { refusals: ActView['refusals'] }) {
  const { t, say } = useSpeech();
  const reason = (refusal: ActView['refusals'][number]) => (
    <li key={refusal.code + say(refusal.message)}>{say(refusal.message)}</li>
  );
  const more = refusals.slice(2);
  return (
    <>
      <ul>{refusals.slice(0, 2).map(reason)}</ul>
      {more.length > 0 && (
        <details>
          <summary>{t('system.moreReasons', { count: more.length })}</summary>
          <ul>{more.map(reason)}</ul>
        </details>
      )}
    </>
  );
}
