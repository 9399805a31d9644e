// What only those with a duty in the procurement and auditors are shown: terms, applicants, questions, evaluators. No points of
// anybody but the reader's own.
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../server/contract/programmes.ts';
import { Tag } from '../ui/condition.tsx';
import { Day, Moment } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { answersQuery } from './queries.ts';
import { ScoreSheet } from './sheet/sheet.tsx';
import type { InsideView, Open } from './shown.ts';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

interface Props {
  code: string;
  system: string;
  open: Open;
  inside: InsideView;
  me: Me;
}

export function Inside({ code, system, open, inside, me }: Props) {
  const asked = inside.evaluators.find(({ account }) => account === me.account);
  const scores = asked !== undefined && asked.recused === null && open.closedOn === null;
  return (
    <>
      {scores && (
        <ScoreSheet
          key={`${open.number}/${open.round?.id ?? ''}/${me.account}`}
          {...{ code, system, inside, me }}
          round={open.round}
        />
      )}
      <Terms inside={inside} />
      <Bidders inside={inside} />
      <Questions code={code} system={system} inside={inside} />
      <Evaluators inside={inside} open={open} />
    </>
  );
}

function Terms({ inside: { basis, ceilingYen, urgency, single, failing } }: { inside: InsideView }) {
  const { t, money } = useWords(procurementWords);
  return (
    <section className="card">
      <dl className="facts">
        <div>
          <dt>{t('procurement.basis')}</dt>
          <dd>{basis}</dd>
        </div>
        {ceilingYen !== null && (
          <div>
            <dt>{t('procurement.ceiling')}</dt>
            <dd>{money(ceilingYen)}</dd>
          </div>
        )}
        {[urgency, single].map(
          (reason) =>
            reason && (
              <div key={reason}>
                <dt>{t(reason === urgency ? 'procurement.urgency' : 'procurement.reason')}</dt>
                <dd>{reason}</dd>
              </div>
            ),
        )}
      </dl>
      {failing && (
        <p className="notice warn">
          {t('procurement.failing', { by: failing.by, reason: failing.reason, count: failing.votes.length })}
        </p>
      )}
    </section>
  );
}

function Bidders({ inside: { bidders } }: { inside: InsideView }) {
  const { t, say, money } = useWords(procurementWords);
  if (bidders.length === 0) return null;
  return (
    <FiguresTable
      title={t('procurement.bidders')}
      columns={[
        { head: t('procurement.vendor') },
        { head: t('procurement.state') },
        { head: t('procurement.received') },
        { head: t('procurement.offered'), number: true },
      ]}
      rows={bidders.map((bidder) => ({
        key: bidder.id,
        cells: [
          bidder.name,
          <span key="state">
            {bidder.uncounted ? say(bidder.uncounted) : t('procurement.counts')}
            {bidder.reason && <span className="soft"> {bidder.reason}</span>}
          </span>,
          bidder.receivedAt && (
            <span key="received">
              <Moment value={bidder.receivedAt} />
              {bidder.late && t('procurement.late')}
            </span>
          ),
          bidder.priceYen === null ? '' : money(bidder.priceYen),
        ],
      }))}
    />
  );
}

function Questions({ code, system, inside }: { code: string; system: string; inside: InsideView }) {
  const { t, day } = useWords(procurementWords);
  const { count, unanswered, publishedOn } = inside.questions;
  const isOut = publishedOn !== null && count > 0;
  const { data } = useQuery({ ...answersQuery(code, system), enabled: isOut });
  return (
    <section className="card" aria-labelledby="procurement-questions">
      <h2 id="procurement-questions">{t('procurement.questions')}</h2>
      <p>{t('procurement.questionCount', { count, open: unanswered.length })}</p>
      <p className="small soft">
        {publishedOn ? t('procurement.published', { day: day(publishedOn) }) : t('procurement.unpublished')}
      </p>
      {isOut && data && (
        <ol className="procurement-answers small">
          {data.items.map(({ number, question, answer }) => (
            <li key={number}>
              <p>
                <strong>{number}</strong> {question}
              </p>
              <p>{answer}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Evaluators({ inside: { evaluators }, open }: { inside: InsideView; open: Open }) {
  const { t } = useWords(procurementWords);
  if (evaluators.length === 0) return null;
  return (
    <section className="card" aria-labelledby="procurement-evaluators">
      <h2 id="procurement-evaluators">{t('procurement.evaluators')}</h2>
      <ul className="procurement-serves">
        {evaluators.map(({ account, name, signed, recused }) => (
          <li key={account}>
            {name}{' '}
            {recused ? (
              <Tag tone="warn" icon="pause" text={t('procurement.recused', { reason: recused })} />
            ) : (
              <Tag
                tone={signed ? 'good' : ''}
                icon={signed ? 'check' : 'dot'}
                text={t(signed ? 'procurement.signed' : 'procurement.unsigned')}
              />
            )}
          </li>
        ))}
      </ul>
      {open.closedOn ? (
        <p className="small soft">
          <Day value={open.closedOn} />
        </p>
      ) : (
        <p className="small soft">{t('procurement.sealed')}</p>
      )}
    </section>
  );
}
