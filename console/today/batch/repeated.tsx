// What will be recorded, said once more before it is: the act, its answers as words, its day, and for which systems.
import type { SystemView } from '../../../server/contract/migrations.ts';
import type { Question } from '../../acts/questions.ts';
import type { Draft } from '../../acts/sending/draft.ts';
import { Day } from '../../ui/day.tsx';
import { useWords } from '../../words/language.tsx';
import type { Sentence } from '../../words/sentence.ts';
import { todayWords } from '../words.ts';
import { answerWords } from './answer-words.ts';
import type { Target } from './target.ts';

interface Props {
  act: Sentence;
  asks: readonly Question[];
  draft: Draft;
  view: SystemView;
  targets: readonly Target[];
  several: boolean;
}

export function Repeated({ act, asks, draft, view, targets, several }: Props) {
  const speech = useWords(todayWords);
  const { t, say } = speech;
  const answers = asks.flatMap((question) => {
    const words = answerWords(question, draft, view, speech);
    return words === '' ? [] : [{ question, words }];
  });
  return (
    <section aria-label={t('batch.repeat')}>
      <p>{t('batch.repeat')}</p>
      <dl className="batch-repeated">
        <div>
          <dt>{t('batch.act')}</dt>
          <dd>{say(act)}</dd>
        </div>
        {answers.map(({ question, words }) => (
          <div key={question.name}>
            <dt>{say(question.label)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{t('batch.on')}</dt>
          <dd>
            <Day value={draft.occurredOn} form="long" />（{draft.occurredOn}）
          </dd>
        </div>
        <div>
          <dt>{t('batch.which')}</dt>
          <dd>
            <ul>
              {targets.map(({ system, view: { row } }) => (
                <li key={system}>
                  {say(row.name)} <span className="soft">{say(row.phaseLabel)}</span>
                </li>
              ))}
            </ul>
            {several && asks.every(({ kind }) => kind !== 'businesses') && draft.chosen.statuses && (
              <p className="small soft">{t('batch.own')}</p>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}
