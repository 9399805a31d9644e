// The time after going live: its period, the incidents of it, and since when it is over.
import type { VagueDay } from '../../values/date.ts';
import { lastNote, NOTED, type Note, noteAt, notesOf } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';

type Known = Pick<MigrationContext, 'noted' | 'live'>;

export interface IncidentState {
  incident: Note<typeof NOTED.incident>;
  closed: Note<typeof NOTED.incidentClosed> | undefined;
}

export const incidentsOf = (context: Pick<MigrationContext, 'noted'>): IncidentState[] =>
  notesOf(context, NOTED.incident).map((incident) => ({
    incident,
    closed: noteAt(context, NOTED.incidentClosed, incident.no),
  }));

export const openIncidents = (context: Pick<MigrationContext, 'noted'>): number[] =>
  incidentsOf(context).flatMap(({ incident, closed }) => (closed ? [] : [incident.no]));

/** Since the last period was ended, of a system that is live. */
export function stabilisedOn(context: Known): VagueDay | undefined {
  const last = lastNote(context, NOTED.stabilisation);
  return last && context.live ? noteAt(context, NOTED.stabilised, last.no)?.on : undefined;
}
