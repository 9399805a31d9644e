// The gate ahead of a system: each condition met or missing and who can supply it, and whose decision is awaited.
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { ConditionTag, Tag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { useSpeech } from '../words/language.tsx';
import { papersIn } from './papers/compare.ts';
import { PaperLine } from './papers/paper-line.tsx';
import { Returned } from './returned.tsx';
import './gate-panel.css';

type Gate = NonNullable<ExplanationView['gate']>;

export function GatePanel({ gate, view }: { gate: Gate | null; view: SystemView }) {
  const { t, say } = useSpeech();
  return (
    <section className="card gate" aria-labelledby="gate">
      <h2 id="gate">
        {t('system.gate')}
        {gate && <span className="gate-name">{say(gate.label)}</span>}
      </h2>
      {!gate && <p>{t('system.noGate')}</p>}
      {gate?.next && <p className="small soft">{t('system.gateTo', { next: say(gate.next) })}</p>}
      <Returned view={view} since={gate?.bundle?.since ?? null} />
      {gate && (
        <div className="gate-sides">
          <Conditions conditions={gate.conditions} view={view} />
          <Approvals approvals={gate.approvals} />
        </div>
      )}
    </section>
  );
}

function Conditions({ conditions, view }: { conditions: Gate['conditions']; view: SystemView }) {
  const { t, say } = useSpeech();
  const all = papersIn(view);
  const here = view.phases.find(({ position }) => position === 'here')?.evidence ?? [];
  const unmet = conditions.filter(({ met }) => !met);
  const missing = unmet.filter(({ hard }) => hard).length;
  const warned = unmet.length - missing;
  return (
    <div>
      <h3>
        {t('system.conditions')}{' '}
        {conditions.length > 0 && (
          <span className="small soft">
            {t('system.conditionsLeft', { missing, count: conditions.length })}
            {warned > 0 && t('system.conditionsWarned', { warned })}
          </span>
        )}
      </h3>
      {conditions.length === 0 && <p className="soft">{t('system.noConditions')}</p>}
      <ul className="gate-list">
        {conditions.map((condition) => (
          <li key={say(condition.label)} className={condition.met ? 'met' : ''}>
            <ConditionTag met={condition.met} hard={condition.hard} />
            <div>
              <span className="gate-what">{say(condition.label)}</span>
              {condition.missing && <p className="small">{say(condition.missing.message)}</p>}
              {!condition.met && !condition.hard && <p className="small soft">{t('system.soft')}</p>}
              {here
                .filter(({ kind }) => kind === condition.evidence)
                .map((paper) => (
                  <PaperLine key={paper.sha256 + paper.documentNo} paper={paper} all={all} />
                ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Approvals({ approvals }: { approvals: Gate['approvals'] }) {
  const { t, say } = useSpeech();
  return (
    <div>
      <h3>{t('system.approvals')}</h3>
      <ol className="gate-list">
        {approvals.map((approval) => (
          <li key={approval.body} className={approval.complete ? 'met' : ''}>
            <Tag
              tone={approval.complete ? 'good' : 'key'}
              icon={approval.complete ? 'check' : 'clock'}
              text={t(approval.complete ? 'system.turnDone' : 'system.turnOpen')}
            />
            <div>
              <span className="gate-what">
                {say(approval.label)}{' '}
                <span className="soft figure">
                  {t('system.quorum', { have: approval.by.length, quorum: approval.quorum })}
                </span>
              </span>
              {!approval.complete && approval.waitsFor.length > 0 && (
                <p className="small soft">
                  {t('system.turnLater', {
                    bodies: approval.waitsFor.map(({ label }) => say(label)).join(t('mark.and')),
                  })}
                </p>
              )}
              {!approval.complete && approval.outsideTerm && (
                <p className="small">{say(approval.outsideTerm.message)}</p>
              )}
              {approval.by.map((person) => (
                <p key={person.account} className="small">
                  {person.name} <Day value={person.on} />
                  {person.warnings.length > 0 &&
                    `${t('mark.open')}${t('system.warning')}${t('mark.colon')}${person.warnings.join(t('mark.and'))}${t('mark.close')}`}
                  {person.note !== null && (
                    <span className="schedule-under">{t('system.noteBeside', { note: person.note })}</span>
                  )}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
