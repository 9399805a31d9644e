// Procurement and contracts of a programme: how each procurement stands, the report's tables, vendors with what their notices
// touch, and switch-overs that collide. What is hidden from the reader is not in what the server answers.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Procurements } from './procurements.tsx';
import { collisionsQuery, procurementsQuery, tablesQuery, vendorsQuery } from './queries.ts';
import { ReportTables } from './report-tables.tsx';
import { Collisions, Notices, Vendors } from './vendors.tsx';
import { procurementWords } from './words.ts';
import './procurement.css';

export function ProcurementPage() {
  const { t } = useWords(procurementWords);
  const { code } = useParams({ from: '/within/programmes/$code/procurement' });
  const list = useQuery(procurementsQuery(code));
  const tables = useQuery(tablesQuery(code));
  const vendors = useQuery(vendorsQuery(code));
  const collisions = useQuery(collisionsQuery(code));
  useTitle(t('procurement.title'));
  return (
    <main className="page procurement" id="content" tabIndex={-1}>
      <h1>{t('procurement.title')}</h1>
      {list.data ? <Procurements code={code} list={list.data} /> : <Waiting error={list.error} />}
      {tables.data ? (
        <ReportTables code={code} report={tables.data} />
      ) : (
        <Waiting error={tables.error} withheld={t('procurement.tablesFor')} />
      )}
      {vendors.data ? (
        <>
          <Notices code={code} list={vendors.data} />
          <Vendors code={code} list={vendors.data} />
        </>
      ) : (
        <Waiting error={vendors.error} />
      )}
      {collisions.data ? <Collisions list={collisions.data} /> : <Waiting error={collisions.error} />}
    </main>
  );
}
