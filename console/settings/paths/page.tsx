// 工程: each path as a drawing and as a table: phases, gates, who decides, deadlines.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PathView } from '../../../server/contract/settings/paths.ts';
import { Icon } from '../../ui/icon.tsx';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { phaseOn } from '../amendments/change-form.ts';
import { ChangeWay } from '../change-way.tsx';
import { Frame } from '../frame.tsx';
import { pathsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';

type Phase = PathView['phases'][number];

export function PathsPage() {
  const { t } = useWords(settingsWords);
  const { code } = useParams({ from: '/within/programmes/$code/settings/paths' });
  const { data, error } = useQuery(pathsQuery(code));
  return (
    <Frame title="settings.paths">
      {!data && <Waiting error={error} withheld={t('settings.for')} />}
      {data && (
        <p>
          {t('paths.what', { version: data.version })}{' '}
          <ChangeWay code={code} asked={{ change: 'body' }}>
            {t('paths.addBody')}
          </ChangeWay>
        </p>
      )}
      {data?.items.map((path) => (
        <OnePath key={`${path.id}@${path.version}`} code={code} path={path} />
      ))}
    </Frame>
  );
}

function OnePath({ code, path }: { code: string; path: PathView }) {
  const { t, say } = useWords(settingsWords);
  const otherwise = path.deadlines.filter(({ phase }) => phase === null);
  return (
    <section className="card" aria-labelledby={`path-${path.id}-${path.version}`}>
      <h2 id={`path-${path.id}-${path.version}`}>
        {say(path.label)} <span className="tag">{t('calendar.version', { version: path.version })}</span>
      </h2>
      <p className="small soft">
        {t('paths.systems', { count: path.systems.length })}
        {path.systems.map(({ name }) => say(name)).join(t('mark.and'))}
      </p>
      <Drawing path={path} />
      <Scroll label={say(path.label)}>
        <table className="grid-table">
          <caption className="hidden">{say(path.label)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('paths.phase')}</th>
              <th scope="col">{t('paths.owners')}</th>
              <th scope="col">{t('paths.conditions')}</th>
              <th scope="col">{t('paths.gate')}</th>
              <th scope="col">{t('paths.deadlines')}</th>
            </tr>
          </thead>
          <tbody>
            {path.phases.map((phase) => (
              <PhaseRow key={phase.phase} code={code} phase={phase} path={path} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {otherwise.length > 0 && (
        <>
          <h3>{t('paths.other')}</h3>
          <ul className="small">
            {otherwise.map((one) => (
              <li key={one.deadline + one.rule.ja + one.systems?.join()}>
                {say(one.label)}: {say(one.rule)} <DayWay code={code} deadline={one} />{' '}
                <span className="soft">{one.basis}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Of a day that a small change may set. */
function DayWay({ code, deadline }: { code: string; deadline: PathView['deadlines'][number] }) {
  const { t, say } = useWords(settingsWords);
  if (!deadline.settable) return null;
  return (
    <ChangeWay
      code={code}
      asked={{ change: 'deadline', id: deadline.deadline }}
      called={t('paths.changeDay', { deadline: say(deadline.label) })}
    >
      {t('paths.change')}
    </ChangeWay>
  );
}

function PhaseRow({ code, phase, path }: { code: string; phase: Phase; path: PathView }) {
  const { t, say } = useWords(settingsWords);
  const { label, owners, gate, goesLive } = phase;
  const names = (posts: readonly { label: { ja: string; en: string } }[]) =>
    posts.map((one) => say(one.label)).join(t('mark.and'));
  return (
    <tr>
      <th scope="row">
        {say(label)} {goesLive && <span className="tag good">{t('paths.live')}</span>}
      </th>
      <td>{names(owners)}</td>
      <td>
        <ul>
          {gate?.conditions.map((one) => (
            <li key={one.label.ja}>
              {say(one.label)} <span className="soft">{names(one.who)}</span>{' '}
              {!one.hard && <span className="tag">{t('paths.soft')}</span>}
            </li>
          ))}
        </ul>
      </td>
      <td>
        {gate ? (
          <ol>
            {gate.approvals.map((one) => (
              <li key={one.post}>
                {say(one.label)} {t('paths.votes', { votes: one.votes, members: one.members })}{' '}
                <ChangeWay
                  code={code}
                  asked={{ change: 'quorum', phase: phaseOn(path.id, phase.phase), body: one.post }}
                  called={t('paths.changeQuorum', { phase: say(label), body: say(one.label) })}
                >
                  {t('paths.change')}
                </ChangeWay>
              </li>
            ))}
          </ol>
        ) : (
          <span className="soft">{t('paths.noGate')}</span>
        )}
      </td>
      <td>
        <ul>
          {path.deadlines
            .filter((one) => one.phase === phase.phase)
            .map((one) => (
              <li key={one.deadline + one.rule.ja + one.systems?.join()}>
                {say(one.label)}: {say(one.rule)} <DayWay code={code} deadline={one} />
              </li>
            ))}
        </ul>
      </td>
    </tr>
  );
}

/** Phases in their order, a torii at each gate with who decides; it goes on in the next line where the window ends. */
function Drawing({ path }: { path: PathView }) {
  const { t, say } = useWords(settingsWords);
  return (
    <ol className="settings-drawing" aria-label={t('paths.drawing', { path: say(path.label) })}>
      {path.phases.map(({ phase, label, gate }) => (
        <li key={phase}>
          <span className="settings-phase">{say(label)}</span>
          {gate && (
            <span className="settings-gate small soft">
              <Icon name="gate" />
              {gate.approvals.map((one) => say(one.label)).join('→')}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
