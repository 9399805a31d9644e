// Which systems of each wave stand in which phase. A wave's systems may walk differing paths: the commonest gives the
// order of the phases, and what only a few of them have follows after it.
import type { Phase } from '../../machines/definition/definition.ts';
import { hasEnded, standing } from '../../machines/migration/state.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { Report } from '../contract/reports/tables.ts';
import type { ReportedMigration } from './reported-migration.ts';

type WaveProgress = Report['progress'][number];

/** Migrations that have ended without being done stand nowhere and are left out. */
export function progressOf(
  { waves }: ProgrammeDefinition,
  migrations: readonly ReportedMigration[],
): WaveProgress[] {
  return waves.map(({ id: wave, label: waveLabel }) => {
    const own = migrations.filter(
      ({ definition, snapshot }) => definition.system.wave === wave && !hasEnded(standing(snapshot).activity),
    );
    const phases = phasesOf(own).map(({ id: phase, label }) => ({
      phase,
      label,
      systems: own.filter(({ snapshot }) => standing(snapshot).phase === phase).map(systemRow),
    }));
    return { wave, waveLabel, phases };
  });
}

function systemRow({ definition, assumptions }: ReportedMigration) {
  const { id: system, name } = definition.system;
  return { system, name, assumed: assumptions.position !== null };
}

function phasesOf(migrations: readonly ReportedMigration[]): Phase[] {
  const paths = migrations.map(({ definition }) => definition.path);
  const uses = (id: string) => paths.filter((path) => path.id === id).length;
  const byUse = [...paths].sort((a, b) => uses(b.id) - uses(a.id));
  const seen = new Map<string, Phase>();
  for (const phase of byUse.flatMap((path) => path.phases))
    if (!seen.has(phase.id)) seen.set(phase.id, phase);
  return [...seen.values()];
}
