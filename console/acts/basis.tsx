// What an act on a phase rests on, beside its form: who submitted it with which words, the documents, and the conditions
// that are open, so that nobody decides blind.
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { ConditionTag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { useSpeech } from '../words/language.tsx';
import { type ActView, isAboutPhase } from './questions.ts';

interface Props {
  act: ActView;
  view: SystemView;
  explanation: ExplanationView;
}

export function Basis({ act, view, explanation }: Props) {
  const { t, say } = useSpeech();
  const here = view.phases.find(({ id }) => id === act.phase);
  const { submission } = view;
  if (!isAboutPhase(act) || !here || here.position !== 'here') return null;
  return (
    <details className="basis small" open>
      <summary>{t('act.basisTitle')}</summary>
      {submission && (
        <p>
          <Day value={submission.on} />{' '}
          {t('system.submission', { name: submission.name, post: say(submission.postLabel) })}
          {submission.note && `${t('mark.colon')}${submission.note}`}
        </p>
      )}
      <Papers papers={here.evidence} />
      <Conditions conditions={explanation.gate?.conditions ?? []} />
    </details>
  );
}

function Papers({ papers }: { papers: SystemView['phases'][number]['evidence'] }) {
  const { t } = useSpeech();
  if (papers.length === 0) return <p className="soft">{t('act.noPapers')}</p>;
  return (
    <ul className="plain-list" aria-label={t('act.evidence')}>
      {papers.map((paper) => (
        <li key={paper.sha256 + paper.documentNo}>
          {paper.title}
          {t('mark.open')}
          {paper.documentNo}
          {t('mark.and')}
          <Day value={paper.decidedOn} />
          {t('mark.close')}{' '}
          <span className="mono" title={paper.sha256}>
            {paper.sha256.slice(0, 8)}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Conditions = NonNullable<ExplanationView['gate']>['conditions'];

function Conditions({ conditions }: { conditions: Conditions }) {
  const { t, say } = useSpeech();
  if (conditions.length === 0) return <p className="soft">{t('system.noConditions')}</p>;
  return (
    <ul className="basis-conditions" aria-label={t('system.conditions')}>
      {conditions.map((condition) => (
        <li key={say(condition.label)}>
          <ConditionTag met={condition.met} hard={condition.hard} /> {say(condition.label)}
        </li>
      ))}
    </ul>
  );
}
