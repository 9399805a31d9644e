// What is known of one system on the day that is looked at: schedule, deadlines, selection, contract, assumptions.
import { Link } from '@tanstack/react-router';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { Money } from '../procurement/money.tsx';
import { useSpeech, useWords } from '../words/language.tsx';
import { Agreements } from './agreements.tsx';
import { hasMoney } from './contents.ts';
import { Deadlines } from './deadlines.tsx';
import { pageWords } from './page-words.ts';
import { papersIn } from './papers/compare.ts';
import { Schedule } from './schedule.tsx';
import { Slips } from './slips.tsx';
import type { WarnedOf } from './warned.tsx';

export function SystemRecord({ view, warnedOf }: { view: SystemView; warnedOf: WarnedOf | null }) {
  const { t, half } = useSpeech();
  return (
    <>
      <Schedule phases={view.phases} papers={papersIn(view)} />
      <Deadlines deadlines={view.deadlines} warnedOf={warnedOf} />
      {warnedOf && <Slips {...warnedOf} />}
      <Agreements view={view} />
      {hasMoney(view) && <SystemMoney view={view} of={warnedOf} />}
      {view.assumptions.length > 0 && (
        <details className="card folded">
          <summary id="assumptions">
            {t('system.assumptions')}
            {t('mark.open')}
            {view.assumptions.length}
            {t('mark.close')}
          </summary>
          <ul className="plain-list small">
            {view.assumptions.map((why) => (
              <li key={why}>{half(why)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Budgets, estimates with what they differ by, and the contract's versions; the page of the procurement has its stages and sheets. */
function SystemMoney({ view, of }: { view: SystemView; of: WarnedOf | null }) {
  const { t } = useWords(pageWords);
  const { programme: code } = view.setting;
  return (
    <section className="system-money" aria-labelledby="money">
      <h2 id="money">{t('money.title')}</h2>
      <p className="small no-print">
        <Link to="/programmes/$code/procurement/$system" params={{ code, system: view.row.system }}>
          {t('money.procurement')}
        </Link>
      </p>
      <Money money={view.money} of={of} />
    </section>
  );
}
