// 工程: each path as a drawing and as a table: phases, gates, who decides, deadlines.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PathView } from '../../../server/contract/settings/paths.ts';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
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
      {!data && <Waiting error={error} />}
      {data && <p>{t('paths.what', { version: data.version })}</p>}
      {data?.items.map((path) => (
        <OnePath key={`${path.id}@${path.version}`} path={path} />
      ))}
    </Frame>
  );
}

function OnePath({ path }: { path: PathView }) {
  const { t, say } = useWords(settingsWords);
  const otherwise = path.deadlines.filter(({ phase }) => phase === null);
  return (
    <section className="card" aria-labelledby={`path-${path.id}-${path.version}`}>
      <h2 id={`path-${path.id}-${path.version}`}>
        {say(path.label)} <span className="tag">{t('calendar.version', { version: path.version })}</span>
      </h2>
      <p className="small soft">
        {t('paths.systems', { count: path.systems.length })}
        {path.systems.map(({ name }) => say(name)).join('、')}
      </p>
      <Drawing path={path} />
      <Scroll label={say(path.label)}>
        <table className="grid-table">
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
              <PhaseRow key={phase.phase} phase={phase} path={path} />
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
                {say(one.label)}: {say(one.rule)} <span className="soft">{one.basis}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function PhaseRow({ phase, path }: { phase: Phase; path: PathView }) {
  const { t, say } = useWords(settingsWords);
  const { label, owners, gate, goesLive } = phase;
  const names = (posts: readonly { label: { ja: string; en: string } }[]) =>
    posts.map((one) => say(one.label)).join('、');
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
                {say(one.label)} {t('paths.votes', { votes: one.votes, members: one.members })}
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
                {say(one.label)}: {say(one.rule)}
              </li>
            ))}
        </ul>
      </td>
    </tr>
  );
}

const WIDE = 150;
const GAP = 46;
const HIGH = 92;

/** Phases from left to right, a torii at each gate, who decides below it; the table beneath says the same in words. */
function Drawing({ path }: { path: PathView }) {
  const { t, say } = useWords(settingsWords);
  const width = path.phases.length * (WIDE + GAP);
  return (
    <Scroll label={t('paths.drawing', { path: say(path.label) })}>
      <svg
        className="settings-drawing"
        role="img"
        aria-label={t('paths.drawing', { path: say(path.label) })}
        width={width}
        height={HIGH}
        viewBox={`0 0 ${width} ${HIGH}`}
      >
        {path.phases.map((phase, at) => {
          const x = at * (WIDE + GAP) + 2;
          const label = say(phase.label);
          const gate = x + WIDE + GAP / 2;
          return (
            <g key={phase.phase}>
              <rect x={x} y={8} width={WIDE} height={44} rx={6} />
              <text
                x={x + WIDE / 2}
                y={35}
                textAnchor="middle"
                textLength={label.length > 11 ? WIDE - 12 : undefined}
                lengthAdjust="spacingAndGlyphs"
              >
                {label}
              </text>
              {phase.gate && (
                <>
                  <path
                    className="gate-mark"
                    d={`M${gate - 13} 20h26M${gate - 10} 27h20M${gate - 8} 20v28M${gate + 8} 20v28`}
                  />
                  <text className="soft-text" x={x + WIDE} y={72} textAnchor="end">
                    {phase.gate.approvals
                      .map((one) => say(one.label))
                      .join('→')
                      .slice(0, 14)}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </Scroll>
  );
}
