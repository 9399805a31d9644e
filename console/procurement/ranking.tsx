// What scoring came to: the order with exact and printed totals, ties, candidate and runner-up, negotiations that failed.
import { useWords } from '../words/language.tsx';
import { Order } from './order.tsx';
import { rfpPath } from './queries.ts';
import type { Open } from './shown.ts';
import { procurementWords } from './words.ts';

interface Props {
  code: string;
  system: string;
  open: Open;
}

export function Ranking({ code, system, open }: Props) {
  const { t } = useWords(procurementWords);
  return (
    <>
      {open.rounds.map((round) => (
        <RoundOver key={round.id} {...{ code, system, round }} inside={open.inside !== null} />
      ))}
      {open.ranking.length === 0 ? (
        open.inside &&
        open.inside.criteria.length > 0 && (
          <p className="soft">
            {t('procurement.notClosed')}
            {open.round && `${t('mark.open')}${open.round.label}${t('mark.close')}`}
          </p>
        )
      ) : (
        <Order
          title={
            open.round ? t('procurement.rankingOf', { round: open.round.label }) : t('procurement.ranking')
          }
          ranking={open.ranking}
          below={<Below {...{ code, system, open }} />}
        />
      )}
    </>
  );
}

interface RoundProps {
  code: string;
  system: string;
  round: Open['rounds'][number];
  inside: boolean;
}

/** A round before the one that is scored now, as it was closed and told. */
function RoundOver({ code, system, round, inside }: RoundProps) {
  const { t, day } = useWords(procurementWords);
  const { id, label, closedOn, notifiedOn, ranking } = round;
  return (
    <Order
      title={t('procurement.rankingOf', { round: label })}
      ranking={ranking}
      tellsWhoGoesOn
      below={
        <>
          <p className="small soft">
            {t('procurement.roundDays', { closed: day(closedOn), told: day(notifiedOn) })}
          </p>
          {inside && <TableFiles {...{ code, system }} round={id} />}
        </>
      }
    />
  );
}

/** Who scored what, to take away. */
function TableFiles({ code, system, round }: { code: string; system: string; round?: string }) {
  const { t } = useWords(procurementWords);
  const of = round === undefined ? '' : `&round=${encodeURIComponent(round)}`;
  const file = (format: string) => `/api/v1${rfpPath(code, system)}/table?format=${format}${of}`;
  return (
    <p className="small">
      {t('procurement.table')}
      {t('mark.colon')}
      <a href={file('xlsx')}>.xlsx</a>
      {t('mark.dot')}
      <a href={file('csv')}>CSV</a>
    </p>
  );
}

function Below({ code, system, open }: Props) {
  const { t, say, day } = useWords(procurementWords);
  const { outcome, inside } = open;
  const names = new Map(inside?.bidders.map(({ id, name }) => [id, name]));
  return (
    <>
      {inside?.ties.map((tie) => (
        <p key={tie.join()} className="notice warn">
          {t('procurement.tie', { bidders: tie.map((id) => names.get(id) ?? id).join(t('mark.and')) })}
        </p>
      ))}
      {inside?.goesOn && (
        <p className="notice">
          {t('procurement.toTell', {
            bidders: inside.goesOn.map((id) => names.get(id) ?? id).join(t('mark.and')) || t('app.none'),
          })}
        </p>
      )}
      {inside?.parted.map(({ order, how, reason }) => (
        <p key={order.join()} className="small">
          {t('procurement.parted', {
            order: order.map((id) => names.get(id) ?? id).join(t('procurement.then')),
            how: say(how),
            reason,
          })}
        </p>
      ))}
      {outcome && (
        <dl className="facts">
          <div>
            <dt>{t('procurement.candidate')}</dt>
            <dd>
              {outcome.candidate ?? t('app.none')}{' '}
              <span className="soft small">{t('procurement.candidateNote')}</span>
            </dd>
          </div>
          <div>
            <dt>{t('procurement.runnerUp')}</dt>
            <dd>{outcome.runnerUp ?? t('app.none')}</dd>
          </div>
          {outcome.reason && (
            <div>
              <dt>{t('procurement.reason')}</dt>
              <dd>{outcome.reason}</dd>
            </div>
          )}
        </dl>
      )}
      {outcome?.failed.map(({ name, on, reason }) => (
        <p key={`${name}/${on}`} className="small">
          {t('procurement.failed', {
            name: name ?? t('procurement.unnamed'),
            day: day(on),
            reason: reason ?? '',
          })}
        </p>
      ))}
      {inside && <TableFiles {...{ code, system }} {...(open.round ? { round: open.round.id } : {})} />}
    </>
  );
}
