// The board: every migration of the programme, the worst first, with what is due, what blocks and who is waited for.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTitle } from '../shell/title.ts';
import { useSpeech } from '../words/language.tsx';
import { groupOf } from './groups.ts';
import { BoardView } from './view.tsx';

export function BoardPage() {
  const { t } = useSpeech();
  const { code } = useParams({ from: '/within/programmes/$code/board' });
  const { view, group, ...filters } = useSearch({ from: '/within/programmes/$code/board' });
  const navigate = useNavigate();
  useTitle(t('board.title'));
  return (
    <main className="page" id="content" tabIndex={-1}>
      <div className="board-head">
        <h1>{t('board.title')}</h1>
        <Link className="no-print" to="/programmes/$code/past" params={{ code }} search={{ by: 'occurred' }}>
          {t('board.past')}
        </Link>
      </div>
      <BoardView
        code={code}
        past={null}
        filters={filters}
        view={view === 'path' ? 'path' : 'table'}
        group={groupOf(group)}
        onChange={(search) =>
          navigate({ to: '/programmes/$code/board', params: { code }, search, replace: true })
        }
      />
    </main>
  );
}
