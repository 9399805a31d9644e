// A programme: its waves, businesses, bodies, and what happened to it.
import type { ProgrammeState } from '../../ledger/past/programmes.ts';
import { amendersOf } from '../../machines/programme/amendment/acts.ts';
import type { ProgrammeView } from '../contract/programmes.ts';
import type { ProgrammeAtHand } from '../http/request.ts';

export function programmeView(
  { definition, snapshot }: ProgrammeState,
  { now, days }: ProgrammeAtHand,
  systems: number,
): ProgrammeView {
  const { code, name, rehearsal, waves, businesses, bodies } = definition;
  const { occurrences, meetings } = snapshot.context;
  const labelOf = (body: string) => bodies.find(({ id }) => id === body)?.label ?? { ja: body, en: body };
  return {
    version: snapshot.context.version,
    code,
    name,
    rehearsal,
    now,
    today: days.programme,
    systems,
    waves: waves.map(({ id, label, note }) => ({ id, label, note: note ?? null })),
    businesses: businesses.map(({ name: business, applies, reason }) => {
      return { name: business, applies, reason: reason ?? null };
    }),
    bodies: bodies.map(({ id, label, members, assumed }) => ({
      id,
      label,
      members,
      assumed: assumed ?? null,
    })),
    occurrences: occurrences.map(({ id, on, endedOn, title, kind, source }) => {
      return { id: id ?? null, on, endedOn: endedOn ?? null, title, kind, source: source ?? null };
    }),
    control: definition.control.map((post) => ({ post, label: labelOf(post) })),
    proposers: amendersOf(definition).propose.map((post) => ({ post, label: labelOf(post) })),
    namedOccurrences: (definition.occurrences ?? []).map(({ id, label }) => {
      return { id, label, on: snapshot.context.happened?.[id]?.on ?? null };
    }),
    meetings: Object.entries(meetings).map(([key, { count, on }]) => {
      const [body = '', year = ''] = key.split('/');
      return { body, label: labelOf(body), fiscalYear: Number(year), count, on };
    }),
  };
}
