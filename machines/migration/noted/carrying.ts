// What becomes of notes where the path goes back, is renamed, or other systems go on: what rests on the phases walked again falls, what
// the council or the public did stays; figures go with the heir that has them, the rest where all that end have the same.
import { counterparts } from '../../definition/counterparts.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { canonical } from '../../record/entry.ts';
import type { Fallen } from '../../record/fallen.ts';
import type { Case } from '../act.ts';
import { askingPhase } from '../gate/basis.ts';
import type { MigrationContext } from '../state.ts';
import { isFigure, NOTED, type Note, type Noted, type NotedType, notedWithout } from './noted.ts';

/** A system that has ended, so that others go on with it. */
interface Ended {
  system: string;
  definition: MigrationDefinition;
  snapshot: { context: Pick<MigrationContext, 'noted'> };
}

/** They are of one walk of the path. */
const OF_A_WALK: ReadonlySet<NotedType> = new Set([NOTED.finding, NOTED.judgement, NOTED.rehearsal] as const);
const ASKED = {
  [NOTED.finding]: 'readinessJudged',
  [NOTED.judgement]: 'readinessJudged',
  [NOTED.rehearsal]: 'rehearsalPassed',
} as const;

/** @param gone the phases walked again; @param fell whether the contract, or the selection before it, is laid down */
export function notedAfterBack(
  { definition, context }: Pick<Case, 'definition' | 'context'>,
  gone: ReadonlySet<string>,
  fell: boolean,
): { noted?: Noted } {
  const asksAgain = (type: NotedType) => {
    const asked = OF_A_WALK.has(type)
      ? askingPhase(definition.path, ASKED[type as keyof typeof ASKED])
      : undefined;
    return asked !== undefined && gone.has(asked.id);
  };
  return notedWithout(context.noted, (type, _key, { phase }) =>
    type.startsWith('contract.')
      ? fell || gone.has(phase)
      : OF_A_WALK.has(type) && (gone.has(phase) || asksAgain(type)),
  );
}

/** The same notes, in the phases that stand for theirs. */
export function notedIn(noted: Noted | undefined, to: (phase: string) => string): { noted?: Noted } {
  if (noted === undefined) return {};
  const moved = Object.entries(noted).map(([type, notes]) => [
    type,
    Object.fromEntries(
      Object.entries(notes).map(([key, note]: [string, Note<NotedType>]) => [
        key,
        { ...note, phase: to(note.phase) },
      ]),
    ),
  ]);
  return { noted: Object.fromEntries(moved) };
}

/** @param isAsFar the heir begins where those that end stand */
export function notedOfHeir(
  heir: MigrationDefinition,
  ended: readonly Ended[],
  isAsFar: boolean,
): { noted?: Noted } {
  const counted = ended.find(({ definition }) => definition.system.retired?.figures === heir.system.id);
  const figures = counted ? placed(heir, counted, isFigure) : {};
  const [one] = ended;
  const others = one
    ? placed(heir, one, (type) => !isFigure(type) && (isAsFar || !OF_A_WALK.has(type as NotedType)))
    : {};
  const shared = Object.entries(others).filter(([type, notes]) =>
    ended.every(
      (each) => said(placed(heir, each, (name) => name === type)[type as NotedType]) === said(notes),
    ),
  );
  const noted = { ...figures, ...Object.fromEntries(shared) };
  return Object.keys(noted).length > 0 ? { noted } : {};
}

function placed(
  heir: MigrationDefinition,
  { definition, snapshot }: Ended,
  takes: (type: string) => boolean,
): Noted {
  const to = counterparts(definition.path, heir.path);
  const { noted = {} } = notedIn(snapshot.context.noted, (phase) => to.get(phase) ?? phase);
  return Object.fromEntries(Object.entries(noted).filter(([type]) => takes(type)));
}

/** What notes say, whoever recorded them and wherever the path stood. */
const said = (notes: Noted[NotedType] | undefined): string =>
  canonical(
    Object.fromEntries(
      Object.entries(notes ?? {}).map(([key, { phase: _phase, by: _by, ...facts }]) => [key, facts]),
    ),
  );

/** How many notes of each system its heirs do not have; of figures it is said with the retirement who has them. */
export const notesFallen = (
  { system: of, snapshot }: Ended,
  begins: Pick<MigrationContext, 'noted'> | null,
): Fallen[] =>
  Object.entries(snapshot.context.noted ?? {}).flatMap(([type, notes]): Fallen[] => {
    if (isFigure(type)) return [];
    const kept = begins?.noted?.[type as NotedType] ?? {};
    const count = Object.keys(notes).filter((key) => !Object.hasOwn(kept, key)).length;
    return count === 0 ? [] : [{ kind: 'notes', of, subject: type.split('.')[0] ?? type, count }];
  });
