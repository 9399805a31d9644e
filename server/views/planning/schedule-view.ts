// The plan of a whole programme as rows: each system's phases as planned and as they went, its deadlines, and what waits for what.
import { boardRow } from '../../../ledger/models/rows.ts';
import type { PastState } from '../../../ledger/past/past.ts';
import { waitsAmong } from '../../../machines/definition/awaiting.ts';
import type { Calendar, Text } from '../../../machines/definition/definition.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { closedDay } from '../../../machines/values/calendar/closed-day.ts';
import { closedDayName } from '../../../texts/deadline/closed-day-texts.ts';
import { namesOf } from '../../../texts/names.ts';
import type { Schedule, ScheduleRow } from '../../contract/planning/schedule.ts';
import type { Setting } from '../../contract/values.ts';
import { waveLabel } from '../board-row-view.ts';
import { explained, explainedView } from '../deadline-view.ts';
import { phaseViews } from '../phase-view.ts';

export interface ScheduleInput {
  states: readonly PastState[];
  programme: ProgrammeDefinition;
  systems: ReadonlyMap<string, Text>;
  setting: Setting;
}

export function scheduleView(input: ScheduleInput): Schedule {
  const { states, setting } = input;
  const rows = states.map((state) => rowOf(state, input));
  const paths = states.map(({ definition: { system, path } }) => ({ system: system.id, path }));
  const calendar = states[0]?.definition.calendar;
  const years = new Set(
    rows.flatMap(({ deadlines }) => deadlines.flatMap(({ dueOn }) => dueOn?.slice(0, 4) ?? [])),
  );
  return {
    setting,
    rows,
    waits: waitsAmong(paths),
    closed: calendar ? closedIn(calendar, years) : [],
    provisionalFrom: calendar?.provisionalFrom ?? null,
  };
}

function rowOf(state: PastState, { programme, systems, setting }: ScheduleInput): ScheduleRow {
  const { definition, snapshot, head } = state;
  const names = namesOf(definition, systems);
  const today = setting.asOf ?? setting.today;
  const { system, name, businesses, part, wave, version, summary } = boardRow(definition, snapshot, head);
  const { activity, live, phaseLabel, deadlines } = summary;
  const said = new Map(definition.deadlines.map((deadline) => [deadline.id, deadline]));
  return {
    system,
    name,
    businesses,
    part,
    wave,
    waveLabel: waveLabel(programme, wave),
    version,
    activity,
    live,
    phaseLabel,
    phases: phaseViews(definition, snapshot, names, () => null).map((phase) => {
      const { id, label, position, days, plan, gate, passed } = phase;
      return {
        id,
        label,
        position,
        days,
        plan,
        gate: gate && { label: gate.label, passedOn: passed?.on ?? null },
      };
    }),
    deadlines: deadlines.map((deadline) => {
      const given = said.get(deadline.deadline);
      return {
        ...explainedView(deadline, today, explained(state, deadline.deadline, systems)),
        legal: given?.followsRegime === true,
        to: (given?.to ?? []).map((post) => ({ post, label: names.post(post) })),
      };
    }),
  };
}

/** Those of the ordinance and the holidays by their names; Saturdays and Sundays go without saying. */
const closedIn = (calendar: Calendar, years: ReadonlySet<string>): Schedule['closed'] =>
  calendar.closed
    .filter((on) => years.has(on.slice(0, 4)))
    .map((on) => ({ on, name: closedDayName(closedDay(calendar, on)) }));
