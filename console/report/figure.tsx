// What one row of the report rests on: the entries behind it, each leading to its system's record, and the same row of the report before.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { EntryView } from '../../server/contract/entries.ts';
import type { ReportFigure } from '../../server/contract/reports/reports.ts';
import { Assumed } from '../ui/condition.tsx';
import { Day, Moment } from '../ui/day.tsx';
import { Modal } from '../ui/modal.tsx';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { figureQuery, type Opened, type Wanted } from './queries.ts';
import { reportWords } from './words.ts';

interface Props {
  code: string;
  wanted: Wanted;
  opened: Opened;
  title: string;
  onClose: () => void;
}

export function Figure({ code, wanted, opened, title, onClose }: Props) {
  const { language } = useWords(reportWords);
  const { data, error } = useQuery(figureQuery(code, wanted, opened, language));
  return (
    <Modal title={title} side returnTo={`opens-${opened.section}-${opened.row}`} onClose={onClose}>
      {!data && <Waiting error={error} />}
      {data && <Compared figure={data} />}
      {data && <Entries code={code} figure={data} />}
    </Modal>
  );
}

const NOTHING = '－';

/** Column by column, by its head: a year more adds one. */
function Compared({ figure: { head, cells, before, was } }: { figure: ReportFigure }) {
  const { t, day } = useWords(reportWords);
  const then = new Map((was?.head ?? []).map((name, column) => [name, was?.cells[column] ?? NOTHING]));
  const now = new Map(head.map((name, column) => [name, cells[column] ?? NOTHING]));
  const heads = [...new Set([...now.keys(), ...then.keys()])];
  const isSame = heads.every((name) => (now.get(name) ?? NOTHING) === (then.get(name) ?? NOTHING));
  return (
    <section className="report-compared">
      <h3>
        {before
          ? t('report.before', { number: before.number, day: day(before.issuedOn, 'short') })
          : title(t)}
      </h3>
      {!before && <p className="soft">{t('report.noBefore')}</p>}
      {before && !was && <p>{t('report.notThere')}</p>}
      {was && isSame && <p>{t('report.sameAsBefore')}</p>}
      <Scroll label={t('report.is')}>
        <table className="grid-table">
          <caption className="hidden">{t('report.is')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('report.column')}</th>
              {was && <th scope="col">{t('report.was')}</th>}
              <th scope="col">{t('report.is')}</th>
            </tr>
          </thead>
          <tbody>
            {heads.map((name) => {
              const [mine, theirs] = [now.get(name) ?? NOTHING, then.get(name) ?? NOTHING];
              const isChanged = was !== null && mine !== theirs;
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {was && <td>{theirs}</td>}
                  <td>{isChanged ? <strong>{mine}</strong> : mine}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

const title = (t: (word: 'report.is') => string): string => t('report.is');

function Entries({ code, figure: { entries, more } }: { code: string; figure: ReportFigure }) {
  const { t } = useWords(reportWords);
  return (
    <section className="report-entries">
      <h3>{t('report.entries')}</h3>
      {entries.length === 0 && <p className="soft">{t('report.noEntries')}</p>}
      <ol>
        {entries.map((entry) => (
          <Entry key={`${entry.chain}#${entry.seq}`} code={code} entry={entry} />
        ))}
      </ol>
      {more && <p className="soft">{t('report.someEntries')}</p>}
    </section>
  );
}

function Entry({ code, entry }: { code: string; entry: EntryView }) {
  const { t, say } = useWords(reportWords);
  const { system, systemName, seq, summary, actor, occurredOn, recordedAt, assumed, correctedBy } = entry;
  return (
    <li>
      <p>
        <Day value={occurredOn} /> {systemName && <strong>{say(systemName)}</strong>} {say(summary)}{' '}
        <Assumed why={assumed} />
      </p>
      {correctedBy.map(({ seq: by, voids }) => (
        <p key={by}>
          <strong>{t(voids ? 'system.voidedBy' : 'system.correctedBy', { seq: by })}</strong>
        </p>
      ))}
      <p className="small soft">
        {t('report.atEntry', { seq })} <Moment value={recordedAt} /> {actor.name}{' '}
        <span className="mono">{entry.hash.slice(0, 12)}</span>
      </p>
      {system !== null && systemName && (
        <p className="small">
          <Link to="/programmes/$code/systems/$system" params={{ code, system }} search={{}} hash="history">
            {t('report.toHistory', { name: say(systemName) })}
          </Link>
        </p>
      )}
    </li>
  );
}
