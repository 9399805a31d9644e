// What is known of one system on the day that is looked at: schedule, deadlines, selection, contract, assumptions.
import type { SystemView } from '../../server/contract/migrations.ts';
import { useSpeech } from '../words/language.tsx';
import { Agreements } from './agreements.tsx';
import { Deadlines } from './deadlines.tsx';
import { Schedule } from './schedule.tsx';
import { Slips } from './slips.tsx';
import type { WarnedOf } from './warned.tsx';

export function SystemRecord({ view, warnedOf }: { view: SystemView; warnedOf: WarnedOf | null }) {
  const { t, half } = useSpeech();
  return (
    <>
      <Schedule phases={view.phases} />
      <Deadlines deadlines={view.deadlines} warnedOf={warnedOf} />
      {warnedOf && <Slips {...warnedOf} />}
      <Agreements view={view} />
      {view.assumptions.length > 0 && (
        <details className="card folded">
          <summary>
            {t('system.assumptions')}（{view.assumptions.length}）
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
