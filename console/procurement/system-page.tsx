// The procurement of one system: its stages and who takes part, one's own score sheet, the ranking and the outcome; its money
// from the first estimate to the contract's last version; and what the reader may do in it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { meQuery, systemQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useWords } from '../words/language.tsx';
import { ProcurementActs } from './acts.tsx';
import { Money } from './money.tsx';
import { rfpQuery } from './queries.ts';
import { OpenProcurement } from './rfp.tsx';
import { procurementWords } from './words.ts';
import './procurement.css';

export function SystemProcurementPage() {
  const { t, say } = useWords(procurementWords);
  const { code, system } = useParams({ from: '/within/programmes/$code/procurement/$system' });
  const { data: me } = useQuery(meQuery);
  const { data: view, error } = useQuery(systemQuery(code, system, null));
  const rfp = useQuery(rfpQuery(code, system));
  const title = view ? t('procurement.ofSystem', { system: say(view.row.name) }) : t('procurement.title');
  useTitle(title);
  return (
    <main className="page procurement" id="content" tabIndex={-1}>
      <div>
        <p className="small">
          <Link to="/programmes/$code/procurement" params={{ code }}>
            {t('procurement.toList')}
          </Link>
          {t('mark.dot')}
          <SystemLink code={code} system={system} past={null}>
            {t('procurement.toSystem')}
          </SystemLink>
        </p>
        <h1>{title}</h1>
      </div>
      {view && me && <ProcurementActs code={code} view={view} me={me} />}
      {rfp.data && me ? (
        <OpenProcurement code={code} system={system} rfp={rfp.data} me={me} />
      ) : (
        <Waiting error={rfp.error} />
      )}
      {view ? <Money money={view.money} of={{ code, system }} /> : <Waiting error={error} />}
    </main>
  );
}
