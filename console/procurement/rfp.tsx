// The procurement that is open, as far as its reader may see it, and those that are over.
import type { RfpView } from '../../server/contract/procuring/rfp.ts';
import type { Me } from '../../server/contract/programmes.ts';
import { Day, Moment } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { Inside } from './inside.tsx';
import { Ranking } from './ranking.tsx';
import type { Open } from './shown.ts';
import { procurementWords } from './words.ts';

interface Props {
  code: string;
  system: string;
  rfp: RfpView;
  me: Me;
}

export function OpenProcurement({ code, system, rfp, me }: Props) {
  const { t, say } = useWords(procurementWords);
  const { open, undisclosed, ended } = rfp;
  return (
    <>
      {undisclosed && <p className="notice warn">{say(undisclosed)}</p>}
      {!open && !undisclosed && <p className="soft">{t('procurement.undecidedNote')}</p>}
      {open && (
        <>
          <Stages open={open} nowMs={Date.parse(rfp.setting.now)} />
          {open.inside && <Inside {...{ code, system, open, me }} inside={open.inside} />}
          <Ranking {...{ code, system, open }} />
        </>
      )}
      {ended.length > 0 && (
        <section className="card" aria-labelledby="procurement-past">
          <h2 id="procurement-past">{t('procurement.pastOnes')}</h2>
          <ul className="small">
            {ended.map(({ number, form, title, on, reason }) => (
              <li key={number}>
                {say(form)}
                {t('mark.colon')}
                {title}
                {t('mark.open')}
                <Day value={on} />
                {t('mark.close')}
                {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Stages({ open, nowMs }: { open: Open; nowMs: number }) {
  const { t, say } = useWords(procurementWords);
  const isOver = (at: string) => Date.parse(at) <= nowMs;
  const next = open.stages.find(({ at }) => !isOver(at))?.stage;
  return (
    <section className="card" aria-labelledby="procurement-stages">
      <h2 id="procurement-stages">
        {say(open.form)}
        {t('mark.colon')}
        {open.title}
      </h2>
      <ol className="procurement-stages">
        {open.stages.map(({ stage, label, at }) => (
          <li key={stage} className={stage === next ? 'next' : isOver(at) ? 'over' : ''}>
            <strong>{say(label)}</strong>
            <br />
            <Moment value={at} />
            {(stage === next || isOver(at)) && (
              <span className="small soft">
                {' '}
                {t(stage === next ? 'procurement.nowNext' : 'procurement.over')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
