// One migration as a row of the board.
import type { BoardRow as LedgerRow } from '../../ledger/models/rows.ts';
import type { MigrationDefinition, Text } from '../../machines/definition/definition.ts';
import { permille, tallySteps } from '../../machines/migration/steps/national-steps.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { namesOf } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import type { BoardRow } from '../contract/migrations/board.ts';
import { deadlineView } from './deadline-view.ts';

export interface BoardRowInput {
  row: LedgerRow;
  definition: MigrationDefinition;
  programme: ProgrammeDefinition;
  systems: ReadonlyMap<string, Text>;
  /** The day from which days are counted. */
  today: string;
  /** It is outside the reader's posts. */
  outline?: boolean;
}

export function boardRowView({
  row,
  definition,
  programme,
  systems,
  today,
  outline = false,
}: BoardRowInput): BoardRow {
  const { summary, system, name, wave, businesses, part, path, version } = row;
  const names = namesOf(definition, systems);
  const { phase, phaseLabel, phaseIndex, phaseCount, stage, activity, regime, live, overdue } = summary;
  return {
    system,
    name,
    wave,
    waveLabel: waveLabel(programme, wave),
    businesses,
    part,
    path,
    version,
    outline,
    phase,
    phaseLabel,
    phaseIndex,
    phaseCount,
    stage,
    activity,
    regime,
    pendingOn: summary.pendingOn ?? null,
    live,
    waitingFor: summary.waitingFor.map((post) => ({ post, label: names.post(post) })),
    blockers: summary.blockers.map((blocker) => refusalView(blocker, names)),
    nextDeadline: summary.nextDeadline && deadlineView(summary.nextDeadline, today),
    overdue,
    completion: Object.entries(row.steps).map(([business, statuses]) => {
      const tally = tallySteps(statuses);
      return { business, permille: permille(tally.completed), live: tally.live };
    }),
  };
}

export const waveLabel = ({ waves }: ProgrammeDefinition, wave: string): Text =>
  waves.find(({ id }) => id === wave)?.label ?? { ja: wave, en: wave };
