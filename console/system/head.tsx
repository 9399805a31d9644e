// The head of a system's page: its name, what it covers, how it stands, and on which entry this answer rests.
import { Link } from '@tanstack/react-router';
import { businessesText, businessText } from '../../machines/values/names/business.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import type { Past } from '../asks.ts';
import { percent } from '../figures/amount.ts';
import { RegimeTag, StageTag, Tag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { useSpeech } from '../words/language.tsx';
import { LineageBanner } from './lineage/banner.tsx';
import { Banner } from './returned.tsx';
import './system.css';

export function SystemHead({ view, code, past }: { view: SystemView; code: string; past: Past | null }) {
  const { t, say } = useSpeech();
  const { row, head } = view;
  return (
    <header className="system-head">
      <p className="small">
        {past ? (
          <Link to="/programmes/$code/past" params={{ code }} search={past}>
            {t('past.boardTitle')}
          </Link>
        ) : (
          <Link to="/programmes/$code/board" params={{ code }} search={{}}>
            {t('app.board')}
          </Link>
        )}{' '}
        <span aria-hidden="true">›</span> {say(row.waveLabel)}
      </p>
      <div className="system-name">
        <h1>{say(row.name)}</h1>
        <StageTag row={row} />
        <RegimeTag row={row} />
        {row.overdue > 0 && <Tag tone="full" icon="alert" text={`${t('board.overdue')} ${row.overdue}`} />}
        <button type="button" className="button slim print-button" onClick={() => window.print()}>
          {t('app.print')}
        </button>
      </div>
      <dl className="system-facts small">
        <div>
          <dt>{t('board.phase')}</dt>
          <dd>
            <strong>{say(row.phaseLabel)}</strong>{' '}
            {t('board.phaseOf', { index: row.phaseIndex + 1, count: row.phaseCount })}
          </dd>
        </div>
        <div>
          <dt>{t('act.businesses')}</dt>
          <dd>
            {say(businessesText(row.businesses))}
            {row.part && `${t('mark.open')}${row.part}${t('mark.close')}`}
          </dd>
        </div>
        <div>
          <dt>{t('system.completion')}</dt>
          <dd>
            {row.completion
              .map(({ business, permille }) =>
                row.completion.length > 1
                  ? `${say(businessText(business))} ${percent(permille)}`
                  : percent(permille),
              )
              .join('　')}
          </dd>
        </div>
        {head && (
          <div>
            <dt>{t('system.history')}</dt>
            <dd>
              {t('system.head', { seq: head.seq })} <Day value={head.occurredOn} />{' '}
              <span className="mono" title={head.hash}>
                {head.hash.slice(0, 8)}
              </span>
            </dd>
          </div>
        )}
      </dl>
      <LineageBanner view={view} code={code} past={past} />
      <Remarks view={view} />
    </header>
  );
}

/** What stands over the whole migration: held or cancelled, what is proposed, a submission under review. */
function Remarks({ view }: { view: SystemView }) {
  const { t, say } = useSpeech();
  const { pause, goingBack, cancellation, submission, row } = view;
  return (
    <>
      {pause && (
        <p className="notice warn">
          <span>
            <strong>{t(`activity.${row.activity}`)}</strong> <Day value={pause.on} />{' '}
            {t('system.pause', { reason: pause.reason, name: pause.by.name })}
          </span>
        </p>
      )}
      <Banner view={view} />
      {cancellation && (
        <p className="notice warn">
          <span>
            <Day value={cancellation.on} />{' '}
            {t('system.cancellation', { reason: cancellation.reason, name: cancellation.name })}
          </span>
        </p>
      )}
      {goingBack && (
        <p className="notice warn">
          <span>
            <Day value={goingBack.on} />{' '}
            {t('system.goingBack', {
              to: say(goingBack.toLabel),
              reason: goingBack.reason,
              name: goingBack.name,
            })}
          </span>
        </p>
      )}
      {submission && (
        <p className="notice">
          <span>
            <Day value={submission.on} />{' '}
            {t('system.submission', { name: submission.name, post: say(submission.postLabel) })}
            {submission.note && `${t('mark.colon')}${submission.note}`}
          </span>
        </p>
      )}
    </>
  );
}
