// One wave of the board as paths: a row per system, a column per phase, grouped where the order of phases is the same.
import { useQueries } from '@tanstack/react-query';
import type { BoardRow } from '../../server/contract/migrations/board.ts';
import type { PhaseView, SystemView } from '../../server/contract/migrations/system.ts';
import type { Past } from '../asks.ts';
import { CATCH_UP_MS, systemQuery } from '../queries.ts';
import { DaysLeft, StageTag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useSpeech } from '../words/language.tsx';
import type { WaveRows } from './wave-rows.ts';

interface Group {
  phases: PhaseView[];
  rows: { row: BoardRow; phases: PhaseView[] }[];
}

export function BoardPaths({ code, wave, past }: { code: string; wave: WaveRows; past: Past | null }) {
  const { t, say } = useSpeech();
  const systems = useQueries({
    queries: wave.rows.map((row) => ({
      ...systemQuery(code, row.system, past),
      // What has been read once holds until the board shows a newer entry.
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }: { state: { data?: SystemView | undefined } }) =>
        state.data && state.data.row.version < row.version ? CATCH_UP_MS : false,
    })),
  });
  const waiting = systems.find((system) => !system.data);
  return (
    <section className="wave" aria-labelledby={`wave-${wave.wave}`}>
      <h2 id={`wave-${wave.wave}`}>
        {say(wave.label)} <span className="wave-count">{t('board.count', { count: wave.rows.length })}</span>
      </h2>
      {waiting && <Waiting error={waiting.error} />}
      {!waiting &&
        groups(
          wave.rows,
          systems.map((system) => system.data?.phases ?? []),
        ).map((group) => (
          <PathTable
            key={group.rows[0]?.row.system}
            code={code}
            group={group}
            past={past}
            title={say(wave.label)}
          />
        ))}
    </section>
  );
}

function groups(rows: readonly BoardRow[], phases: readonly PhaseView[][]): Group[] {
  const found = new Map<string, Group>();
  rows.forEach((row, index) => {
    const own = phases[index] ?? [];
    const key = own.map((phase) => phase.id + phase.label.ja).join('/');
    const group = found.get(key) ?? { phases: own, rows: [] };
    group.rows.push({ row, phases: own });
    found.set(key, group);
  });
  return [...found.values()];
}

function PathTable({
  code,
  group,
  past,
  title,
}: {
  code: string;
  group: Group;
  past: Past | null;
  title: string;
}) {
  const { t, say } = useSpeech();
  return (
    <Scroll label={t('board.pathCaption', { wave: title })}>
      <table className="path-table">
        <caption className="hidden">{t('board.pathCaption', { wave: title })}</caption>
        <thead>
          <tr>
            <td />
            {group.phases.map((phase) => (
              <th key={phase.id} scope="col">
                <span>{say(phase.label)}</span>
              </th>
            ))}
            <th scope="col" className="path-due">
              {t('board.nextDeadline')}
            </th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map(({ row, phases }) => (
            <tr key={row.system}>
              <th scope="row">
                <SystemLink code={code} system={row.system} past={past}>
                  {say(row.name)}
                </SystemLink>
                <StageTag row={row} />
              </th>
              {phases.map((phase) => (
                <td key={phase.id} className={phase.position}>
                  <span className="stop" aria-hidden="true" />
                  <span className="hidden">
                    {t(`board.${phase.position === 'past' ? 'passed' : phase.position}`)}
                  </span>
                </td>
              ))}
              <td className="path-due">
                {row.nextDeadline?.dueOn && <Day value={row.nextDeadline.dueOn} />}{' '}
                {row.nextDeadline && <DaysLeft deadline={row.nextDeadline} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
