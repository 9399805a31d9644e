// The mark of the past: which day, in which sense, and the ways out of it. It stays in sight and is printed.
import { Link } from '@tanstack/react-router';
import type { Past } from '../asks.ts';
import { Icon } from '../ui/icon.tsx';
import { useSpeech } from '../words/language.tsx';
import './past.css';

export function PastBanner({ code, past, system }: { code: string; past: Past; system?: string }) {
  const { t, day } = useSpeech();
  const word = past.by === 'occurred' ? 'past.bannerOccurred' : 'past.bannerRecorded';
  const other: Past = { asOf: past.asOf, by: past.by === 'occurred' ? 'recorded' : 'occurred' };
  const otherWord = t('past.otherBy', { by: t(`past.${other.by}`) });
  return (
    <section className="past-banner" aria-label={t('past.banner')}>
      <div className="past-banner-row">
        <p className="past-banner-what">
          <Icon name="clock" />
          <strong>{t(word, { day: day(past.asOf) })}</strong>
        </p>
        <p className="small">{t('past.bannerNote')}</p>
        <p className="past-banner-ways">
          {system ? (
            <>
              <Link to="/programmes/$code/past/systems/$system" params={{ code, system }} search={other}>
                {otherWord}
              </Link>
              <Link to="/programmes/$code/past" params={{ code }} search={past}>
                {t('past.boardTitle')}
              </Link>
              <Link to="/programmes/$code/systems/$system" params={{ code, system }} search={{}}>
                {t('past.now')}
              </Link>
            </>
          ) : (
            <>
              <Link to="/programmes/$code/past" params={{ code }} search={other}>
                {otherWord}
              </Link>
              <Link to="/programmes/$code/board" params={{ code }} search={{}}>
                {t('past.now')}
              </Link>
            </>
          )}
        </p>
      </div>
    </section>
  );
}
