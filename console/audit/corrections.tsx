// Corrections as pairs: what stood wrongly beside what is right, both dates, by whom it was proposed and decided, and why.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CorrectionPairView } from '../../server/contract/auditing/pairs.ts';
import { Day, Moment } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { More } from './more.tsx';
import { pairsQuery } from './queries.ts';
import { Question } from './question.tsx';
import { auditWords } from './words.ts';

export function Corrections({ code, isOpen }: { code: string; isOpen: boolean }) {
  const { t } = useWords(auditWords);
  const queries = useQueryClient();
  const [isAsked, ask] = useState(false);
  const show = () => {
    ask(true);
    void queries.invalidateQueries({ queryKey: ['corrections', code] });
  };
  return (
    <Question name="pairs" isOpen={isOpen}>
      <p>{t('audit.pairsNote')}</p>
      <p>
        <button type="button" className="button" onClick={show}>
          {t('audit.show')}
        </button>
      </p>
      {isAsked && <Pairs code={code} />}
    </Question>
  );
}

function Pairs({ code }: { code: string }) {
  const { t } = useWords(auditWords);
  const list = useInfiniteQuery(pairsQuery(code));
  const { data, error } = list;
  if (!data) return <Waiting error={error} />;
  const pairs = data.pages.flatMap(({ items }) => items);
  if (pairs.length === 0) return <p className="soft">{t('audit.noPairs')}</p>;
  return (
    <>
      <Scroll label={t('audit.pairs')}>
        <table className="grid-table">
          <caption className="hidden">{t('audit.pairs')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('audit.pairOf')}</th>
              <th scope="col">{t('audit.wrong')}</th>
              <th scope="col">{t('audit.right')}</th>
              <th scope="col">{t('audit.pairBy')}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <Row key={`${pair.chain}/${pair.proposed.seq}`} code={code} pair={pair} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <More {...list} />
    </>
  );
}

function Row({ code, pair }: { code: string; pair: CorrectionPairView }) {
  const { t, say } = useWords(auditWords);
  const { system, systemName, entry, recordedAt, wrong, right, differs, status, proposed, decided } = pair;
  return (
    <tr>
      <th scope="row">
        <Link to="/programmes/$code/systems/$system" params={{ code, system }} search={{}}>
          {say(systemName)}
        </Link>
        <span className="audit-under soft">{t('audit.nth', { seq: entry })}</span>
      </th>
      <td>
        <Said said={wrong} />
        <span className="audit-under soft">
          {t('audit.recorded')} <Moment value={recordedAt} />
        </span>
        <Values pairs={differs} side="wrong" />
      </td>
      <td>
        {right ? <Said said={right} /> : <strong>{t('audit.voided')}</strong>}
        <span className="audit-under soft">
          {t('audit.recorded')} <Moment value={proposed.recordedAt} />
        </span>
        <Values pairs={differs} side="right" />
      </td>
      <td>
        <Turn turn={proposed} word="proposed" />
        {decided && status !== 'waits' ? (
          <Turn turn={decided} word={status} />
        ) : (
          <strong className="audit-under">{t('audit.waits')}</strong>
        )}
      </td>
    </tr>
  );
}

function Said({ said: { summary, occurredOn, name, postLabel } }: { said: CorrectionPairView['wrong'] }) {
  const { t, say } = useWords(auditWords);
  return (
    <>
      {say(summary)}
      <span className="audit-under soft">
        {t('audit.occurred')} <Day value={occurredOn} />
      </span>
      <span className="audit-under soft">
        {name} {say(postLabel)}
      </span>
    </>
  );
}

function Values({ pairs, side }: { pairs: CorrectionPairView['differs']; side: 'wrong' | 'right' }) {
  const { say } = useWords(auditWords);
  return pairs.map((pair) => (
    <span key={pair.field.ja} className="audit-under">
      {say(pair.field)}: <strong>{say(pair[side])}</strong>
    </span>
  ));
}

function Turn({
  turn: { seq, occurredOn, recordedAt, name, postLabel, reason },
  word,
}: {
  turn: CorrectionPairView['proposed'];
  word: 'proposed' | 'approved' | 'dismissed' | 'withdrawn';
}) {
  const { t, say } = useWords(auditWords);
  return (
    <div>
      <strong>{t(`audit.${word}`)}</strong> {name}
      <span className="audit-under soft">{say(postLabel)}</span>
      <span className="audit-under soft">
        {t('audit.occurred')} <Day value={occurredOn} /> {t('audit.recorded')} <Moment value={recordedAt} />{' '}
        {t('audit.nth', { seq })}
      </span>
      {reason !== null && <q className="audit-match">{reason}</q>}
    </div>
  );
}
