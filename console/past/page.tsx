// The board of a past day: which day, in which of the two senses, and then the board as it was. Nothing can be done.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Past } from '../asks.ts';
import { groupOf } from '../board/groups.ts';
import { BoardView } from '../board/view.tsx';
import { programmeQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { useSpeech } from '../words/language.tsx';
import { PastBanner } from './banner.tsx';
import { PastChooser } from './chooser.tsx';
import { Offices } from './offices.tsx';

export function PastPage() {
  const { t, day } = useSpeech();
  const { code } = useParams({ from: '/within/programmes/$code/past' });
  const { asOf, by, view, group, ...filters } = useSearch({ from: '/within/programmes/$code/past' });
  const navigate = useNavigate();
  const past: Past | null = asOf ? { asOf, by } : null;
  const { data: programme } = useQuery(programmeQuery(code));
  const ahead = past !== null && programme !== undefined && past.asOf > programme.today;
  useTitle(t('past.title'));
  return (
    <div className={past && !ahead ? 'in-past' : ''}>
      {past && !ahead && <PastBanner code={code} past={past} />}
      <main className="page" id="content" tabIndex={-1}>
        <h1>{t('past.title')}</h1>
        <PastChooser
          key={`${asOf}/${by}`}
          code={code}
          past={past}
          by={by}
          onChoose={(chosen) => navigate({ to: '/programmes/$code/past', params: { code }, search: chosen })}
        />
        {ahead && (
          <p className="notice warn" role="alert">
            {t('past.future', { day: day(past.asOf), today: day(programme.today) })}
          </p>
        )}
        {past && !ahead && <Offices key={`${past.asOf}/${past.by}`} code={code} past={past} />}
        {past && !ahead && programme && (
          <section aria-labelledby="past-board">
            <h2 id="past-board" className="past-board">
              {t('past.boardTitle')}
            </h2>
            <BoardView
              code={code}
              past={past}
              filters={filters}
              view={view === 'path' ? 'path' : 'table'}
              group={groupOf(group)}
              onChange={(search) =>
                navigate({
                  to: '/programmes/$code/past',
                  params: { code },
                  search: { ...search, ...past },
                  replace: true,
                })
              }
            />
          </section>
        )}
        {!past && <p className="soft">{t('past.choose')}</p>}
      </main>
    </div>
  );
}
