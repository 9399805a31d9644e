// What falls where a system is split or merged, by one written rule: what was being decided of the one that ends, and what of its own
// memory whoever goes on with it does not have. Pure.
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { Fallen } from '../../record/fallen.ts';
import { same } from '../../record/same.ts';
import { votedDays } from '../budget/voted.ts';
import { requirement } from '../conformity/shape.ts';
import { notesFallen } from '../noted/carrying.ts';
import { isFigure, NOTED } from '../noted/noted.ts';
import { phaseOf } from '../phases.ts';
import { FIGURES } from '../procurement/shapes.ts';
import { type Corrections, type MigrationContext, type MigrationSnapshot, standing } from '../state.ts';
import { activityBefore, type Beginning, type Ended, regimeSaid } from './beginning.ts';

type System = Pick<MigrationDefinition, 'system'>;

/** Whether an entry of this kind is still put right in the chain of a system: what others have taken is theirs to put right. */
export const staysPutRight = ({ system: { retired } }: System, type: string): boolean =>
  retired?.heirs === undefined || (retired.figures === undefined && stays(type));

/** A vote without amounts is taken by the heirs; whatever else is money stays with the system. */
const stays = (type: string): boolean =>
  FIGURES.some((figure) => figure === type) || (isFigure(type) && type !== NOTED.budgetVoted);

/** Those that are still decided once the system has ended so. */
export function correctionsLeft(
  corrections: Corrections | undefined,
  definition: System,
): { corrections?: Corrections } {
  if (corrections === undefined) return {};
  const open = Object.entries(corrections.open).filter(([, { was }]) =>
    staysPutRight(definition, was.fact.type),
  );
  return { corrections: { ...corrections, open: Object.fromEntries(open) } };
}

/** What was being decided of a system as it ends so: where nobody goes on with it, a procurement that is left open alone. */
export function fallenWithSystem(
  leaving: MigrationDefinition,
  definition: System,
  context: Pick<MigrationContext, 'submission' | 'goingBack' | 'cancellation' | 'corrections' | 'rfp'>,
  phase: string,
): Fallen[] {
  if (!definition.system.retired) return [];
  const left = context.rfp?.open ? [{ kind: 'rfp' as const, number: context.rfp.open.number }] : [];
  if (definition.system.retired.heirs === undefined) return left;
  const { submission, goingBack, cancellation, corrections } = context;
  const open = Object.entries(corrections?.open ?? {}).filter(
    ([, { was }]) => !staysPutRight(definition, was.fact.type),
  );
  return [
    ...(submission
      ? [{ kind: 'review' as const, phase: phaseOf(leaving, phase).label, by: submission.name }]
      : []),
    ...(goingBack ? [{ kind: 'goingBack' as const, by: goingBack.name }] : []),
    ...(cancellation ? [{ kind: 'cancelling' as const, by: cancellation.name }] : []),
    ...open.map(([entry, { name }]) => ({ kind: 'correction' as const, entry: Number(entry), by: name })),
    ...left,
  ];
}

/** @param begins null where it goes on its own way, with nothing of theirs that holds for a system as a whole */
export const fallenOf = (
  heir: MigrationDefinition,
  ended: readonly Ended[],
  begins: Beginning | null,
): Fallen[] =>
  ended.flatMap((one) => [
    ...standingOf(one, begins),
    ...waiversOf(one, begins),
    ...extensionsOf(heir, one, begins),
    ...budgetsOf(one, begins),
    ...conformityOf(one),
    ...notesFallen(one, begins),
  ]);

/** Where it stood beside the path: held, by a regime of its own, live. */
function standingOf({ system: of, snapshot }: Ended, begins: Beginning | null): Fallen[] {
  const { pause, special, live } = snapshot.context;
  const isHeld = activityBefore(snapshot) === 'onHold' && begins?.activity !== 'onHold';
  const said = begins && regimeSaid({ snapshot: { ...snapshot, ...asBegun(snapshot, begins) } });
  const isOther = standing(snapshot).regime !== 'standard' && said !== regimeSaid({ snapshot });
  return [
    ...(isHeld ? [{ kind: 'hold' as const, of, since: pause?.on ?? '' }] : []),
    ...(isOther ? [{ kind: 'regime' as const, of, completionOn: special?.completionOn ?? null }] : []),
    ...(live && !begins?.live ? [{ kind: 'live' as const, of, on: live.on }] : []),
  ];
}

const asBegun = (
  { value, context }: MigrationSnapshot,
  { regime, special }: Beginning,
): Pick<MigrationSnapshot, 'value' | 'context'> => ({
  value: { ...value, regime },
  context: { ...context, special },
});

const waiversOf = ({ system: of, snapshot }: Ended, begins: Beginning | null): Fallen[] =>
  Object.keys(snapshot.context.waived)
    .filter((key) => begins?.waived[key] === undefined)
    .map((key) => {
      const [system = '', milestone = ''] = key.split('/');
      return { kind: 'waiver', of, system, milestone };
    });

function extensionsOf(heir: MigrationDefinition, one: Ended, begins: Beginning | null): Fallen[] {
  const { definition, system: of, snapshot } = one;
  return definition.deadlines.flatMap(({ id, label: deadline }): Fallen[] => {
    const extension = snapshot.context.deadlines[id]?.extension;
    if (extension === undefined) return [];
    const now = heir.deadlines.find((each) => each.id === id || each.replaces === id);
    const kept = now && begins?.deadlines[now.id]?.extension;
    const isKept = kept !== undefined && same(kept, extension);
    return isKept ? [] : [{ kind: 'extension', of, deadline, dueOn: extension.dueOn }];
  });
}

const conformityOf = ({ system: of, snapshot }: Ended): Fallen[] =>
  requirement.options
    .filter((one) => snapshot.context.conforms?.[one])
    .map((one) => ({ kind: 'conformity', of, requirement: one }));

const budgetsOf = ({ system: of, snapshot }: Ended, begins: Beginning | null): Fallen[] =>
  Object.keys(votedDays(snapshot.context))
    .filter((year) => begins?.budgets[year] === undefined)
    .map((year) => ({ kind: 'budget', of, fiscalYear: Number(year) }));
