// Somebody's day in a programme: what is theirs to decide and to supply, what is past or near, and what of theirs waits for others, with
// whoever really holds it. Asks the rules that would refuse; has none of its own. Pure.
import { phaseNow } from '../../migration/authority/power.ts';
import { reviewersNext } from '../../migration/gate/reviewers.ts';
import { isOver, standing } from '../../migration/state.ts';
import { decisions } from './deciding.ts';
import { dueOf } from './due.ts';
import { holdersOf } from './holding.ts';
import { type Found, type Holder, type Line, type Section, together } from './line.ts';
import { supplies } from './supplying.ts';
import { actorsIn, type Looked, type Migration } from './whose.ts';

export type Today = Record<Section, Line[]>;

export function todayOf(looked: Looked): Today {
  const found = [...looked.migrations.values()].flatMap((migration) => [
    ...actorsIn(looked, migration.definition.system.id).flatMap((actor) => [
      ...decisions(looked, migration, actor),
      ...supplies(looked, migration, actor),
    ]),
    ...waits(looked, migration),
    ...dueOf(looked, migration),
  ]);
  const of = (section: Section): Line[] => together(found.filter((one) => one.section === section));
  return { decide: of('decide'), waits: of('waits'), supply: of('supply'), due: of('due').sort(byDay) };
}

/** The day on which a deadline is due: what is longest past stands first. */
const dayIn = ({ subject }: Line): string => (subject.code === 'due' ? subject.on : '');
const byDay = (a: Line, b: Line): number => (dayIn(a) < dayIn(b) ? -1 : dayIn(a) > dayIn(b) ? 1 : 0);

/** A gate that I decide or work towards, and that others keep: what is mine to supply there stands elsewhere. */
function waits(looked: Looked, migration: Migration): Found[] {
  const { definition, snapshot } = migration;
  const { phase, stage, activity } = standing(snapshot);
  if (
    activity !== 'active' ||
    isOver(definition, activity) ||
    (stage !== 'working' && stage !== 'underReview')
  )
    return [];
  const here = phaseNow(definition, snapshot.context, phase);
  const { id: system } = definition.system;
  const posts = actorsIn(looked, system).map(({ post }) => post);
  const next = stage === 'underReview' ? reviewersNext(here, definition, snapshot.context) : [];
  const mine = posts.find((post) => here.owners.includes(post) || next.includes(post));
  if (mine === undefined) return [];
  const isMine = (holder: Holder) =>
    holder.system === system && holder.posts.some((post) => posts.includes(post));
  return kept(looked, migration, next)
    .filter((holder) => !isMine(holder))
    .map(({ system: where, ...held }) => {
      const holder = { system: where === system ? null : where, ...held };
      const subject = { code: 'waits', phase: here.label, holder } as const;
      return { section: 'waits', subject, system, post: mine, acts: [] };
    });
}

/** By what the gate lacks; and where it lacks nothing, by those whose turn it is. */
function kept({ migrations }: Looked, migration: Migration, next: readonly string[]): Holder[] {
  const holders = holdersOf(migrations, migration);
  if (holders.length > 0 || next.length === 0) return holders;
  const { definition, snapshot } = migration;
  const { label: phase } = phaseNow(definition, snapshot.context, standing(snapshot).phase);
  return [{ system: definition.system.id, phase, posts: next, by: { code: 'review' } }];
}
