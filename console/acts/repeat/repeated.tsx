// What will be recorded, said once more before it is: the act, its answers as words, its day, and for which systems, each with what
// speaks against it there.
import type { ReactNode } from 'react';
import type { SubmitBody } from '../../../server/contract/entries.ts';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import { Day } from '../../ui/day.tsx';
import { useSpeech } from '../../words/language.tsx';
import type { Sentence } from '../../words/sentence.ts';
import type { Question } from '../questions.ts';
import type { Draft } from '../sending/draft.ts';
import { answerWords } from './answer-words.ts';
import { Cautions } from './cautions.tsx';

interface Props {
  code: string;
  account: string;
  act: Sentence;
  asks: readonly Question[];
  draft: Draft;
  view: SystemView;
  /** `about`: what it is decided on there, where that is to be seen before it is recorded. */
  targets: readonly { view: SystemView; body: Omit<SubmitBody, 'requestId'>; about?: ReactNode }[];
  several: boolean;
}

export function Repeated({ code, account, act, asks, draft, view, targets, several }: Props) {
  const speech = useSpeech();
  const { t, say } = speech;
  const answers = asks.flatMap((question) => {
    const words = answerWords(question, draft, view, speech);
    return words === '' ? [] : [{ question, words }];
  });
  const title = t(several ? 'repeat.several' : 'repeat.title');
  return (
    <section aria-label={title}>
      <p>{title}</p>
      <dl className="act-repeated">
        <div>
          <dt>{t('repeat.act')}</dt>
          <dd>{say(act)}</dd>
        </div>
        {answers.map(({ question, words }) => (
          <div key={question.name}>
            <dt>{say(question.label)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{t('repeat.on')}</dt>
          <dd>
            <Day value={draft.occurredOn} form="long" />
            {speech.era(draft.occurredOn) && `${t('mark.open')}${draft.occurredOn}${t('mark.close')}`}
          </dd>
        </div>
        <div>
          <dt>{t(several ? 'repeat.which' : 'repeat.where')}</dt>
          <dd>
            <ul>
              {targets.map(({ view: { row }, body, about }) => (
                <li key={row.system}>
                  {say(row.name)} <span className="soft">{say(row.phaseLabel)}</span>
                  {about}
                  <Cautions code={code} system={row.system} body={body} account={account} />
                </li>
              ))}
            </ul>
            {several && asks.every(({ kind }) => kind !== 'businesses') && draft.chosen.statuses && (
              <p className="small soft">{t('repeat.own')}</p>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}
