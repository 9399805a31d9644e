// The 40 national steps of a system, by the phase that does them: how each stands in words with a sign, and the way to record it from its
// cell where that may be done.
import { useNavigate } from '@tanstack/react-router';
import { businessesText } from '../../../machines/values/names/business.ts';
import { stepStatuses } from '../../../machines/values/national-step.ts';
import type { ExplanationView } from '../../../server/contract/migrations/explanation.ts';
import type { PhaseView, SystemView } from '../../../server/contract/migrations/system.ts';
import { stepOpener } from '../../acts/act-dialog.tsx';
import { canBegin, isAboutSteps } from '../../acts/questions.ts';
import { Day } from '../../ui/day.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../page-words.ts';
import { type Cell, counted, type Status, stepRows } from './cells.ts';
import './steps.css';

const signs: Record<Status, IconName> = {
  done: 'check',
  inProgress: 'clock',
  notStarted: 'dot',
  notApplicable: 'pause',
};

interface Props {
  view: SystemView;
  /** Null: nothing can be recorded from here. */
  onOpen: ((step: string) => void) | null;
}

export function StepGrid({ view, onOpen }: Props) {
  const { t, say } = useWords(pageWords);
  const rows = stepRows(view);
  if (rows.length === 0) return null;
  const counts = counted(rows);
  return (
    <section className="card" aria-labelledby="steps">
      <h2 id="steps">{t('steps.title')}</h2>
      <p className="small steps-counts">
        {stepStatuses.map((status) => (
          <span key={status} className={`step-word ${status}`}>
            <Icon name={signs[status]} /> {t(`step.${status}`)} {counts[status]}
          </span>
        ))}
        {counts.mixed > 0 && (
          <span>
            {t('steps.mixed')} {counts.mixed}
          </span>
        )}
      </p>
      <p className="small soft no-print">{t(onOpen ? 'steps.note' : 'steps.days')}</p>
      {rows.map(({ phase, cells }) => (
        <div key={phase?.id ?? ''} className="steps-row">
          <div className="steps-phase">
            <h3 id={`steps-of-${phase?.id ?? ''}`}>{phase ? say(phase.label) : t('steps.unassigned')}</h3>
            {phase && <Days phase={phase} />}
          </div>
          <ul className="steps-cells" aria-labelledby={`steps-of-${phase?.id ?? ''}`}>
            {cells.map((cell) => (
              <OneCell key={cell.id} cell={cell} onOpen={onOpen} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Days({ phase: { plan, days } }: { phase: PhaseView }) {
  const { t } = useWords(pageWords);
  return (
    <p className="small soft">
      {plan && (
        <span className="nowrap">
          {t('steps.plan')} <Day value={plan.startOn} />～<Day value={plan.endOn} />
        </span>
      )}{' '}
      {days.entered && (
        <span className="nowrap">
          {t('steps.actual')} <Day value={days.entered} />～{days.left && <Day value={days.left} />}
        </span>
      )}
    </p>
  );
}

function OneCell({ cell, onOpen }: { cell: Cell } & Pick<Props, 'onOpen'>) {
  const { t, say } = useWords(pageWords);
  const { id, name, stands } = cell;
  const [only, other] = stands;
  const inside = (
    <>
      <span className="step-name">
        <span className="step-id">{id}</span> <span lang="ja">{name}</span>
      </span>
      {stands.map(({ status, businesses, reason }) => (
        <span key={businesses.join()} className={`step-word ${status}`}>
          <Icon name={signs[status]} />{' '}
          {other
            ? t('steps.of', { business: say(businessesText(businesses)), status: t(`step.${status}`) })
            : t(`step.${status}`)}
          {reason && <span className="step-why soft">{t('steps.why', { reason })}</span>}
        </span>
      ))}
    </>
  );
  const look = `step-cell ${other ? 'mixed' : (only?.status ?? '')}`;
  return (
    <li>
      {onOpen ? (
        <button
          type="button"
          id={stepOpener(id)}
          className={look}
          aria-haspopup="dialog"
          onClick={() => onOpen(id)}
        >
          {inside}
          <span className="hidden">{t('steps.record')}</span>
        </button>
      ) : (
        <div className={look}>{inside}</div>
      )}
    </li>
  );
}

/** Opens the act that records steps from a cell, a step of the browser's history as from its button; null where it cannot be done. */
export function useStepAct(explanation: ExplanationView | undefined): Props['onOpen'] {
  const navigate = useNavigate({ from: '/programmes/$code/systems/$system' });
  const act = explanation?.acts.find((one) => isAboutSteps(one) && canBegin(one));
  if (!act) return null;
  return (step) =>
    void navigate({
      search: (was) => ({ ...was, act: act.type, step }),
      hash: true,
      state: { dialog: true },
      resetScroll: false,
    });
}
