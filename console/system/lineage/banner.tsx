// Over the page of a system that has ended: how, since when, by which amendment, and the ways to whoever goes on with it; over theirs
// the ways back.
import { Link } from '@tanstack/react-router';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import type { Past } from '../../asks.ts';
import { Day } from '../../ui/day.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SystemLink } from '../../ui/system-link.tsx';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../page-words.ts';

interface Props {
  view: Pick<SystemView, 'lineage'>;
  code: string;
  /** On a past day the ways lead to that day: who goes on with it began on the day it ended. */
  past: Past | null;
}

export function LineageBanner({ view: { lineage }, code, past }: Props) {
  const { t, say } = useWords(pageWords);
  const { ended, continues } = lineage;
  return (
    <>
      {ended && (
        <section className="notice warn" aria-label={t('lineage.ended')}>
          <p>
            <strong>
              <Icon name="pause" /> {t('lineage.ended')}
              {t('mark.colon')}
              {say(ended.text)}
            </strong>{' '}
            <Day value={ended.on} form="long" /> <Amendment code={code} number={ended.amendment} />
          </p>
          <p>{t('lineage.reason', { reason: ended.reason })}</p>
          {ended.heirs.length > 0 && (
            <p>
              {t('lineage.heirs')}
              {ended.heirs.map((one, index) => (
                <span key={one.system}>
                  {index > 0 && t('mark.and')}
                  <SystemLink code={code} system={one.system} past={past}>
                    {say(one.name)}
                  </SystemLink>
                </span>
              ))}
            </p>
          )}
          {ended.figures && <p>{t('lineage.figures', { name: say(ended.figures.name) })}</p>}
        </section>
      )}
      {continues.length > 0 && (
        <section className="notice" aria-label={t('lineage.continues')}>
          {continues.map((one) => (
            <p key={`${one.system}/${one.seq}`}>
              {t('lineage.continues')}
              <SystemLink code={code} system={one.system} past={past}>
                {say(one.name)}
              </SystemLink>
              {t('lineage.upTo', { seq: one.seq })} <Day value={one.on} form="long" />{' '}
              <Amendment code={code} number={one.amendment} />
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function Amendment({ code, number }: { code: string; number: number | null }) {
  const { t } = useWords(pageWords);
  if (number === null) return null;
  return (
    <Link to="/programmes/$code/settings/amendments/$number" params={{ code, number: String(number) }}>
      {t('lineage.amendment', { number })}
    </Link>
  );
}
