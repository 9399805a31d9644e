// How a gate is decided, as it is told: by whom alone, on which conditions, without whom, on what.

import type { BundleChange } from '../../machines/migration/bundle/bundle.ts';
import type { MatterView } from '../../machines/migration/explain.ts';
import { provisoViews } from '../../machines/migration/explain.ts';
import type { Hidden } from '../../machines/migration/procurement/disclosure.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { VagueDay } from '../../machines/values/date.ts';
import { bundleChangeText } from '../../texts/bundle-texts.ts';
import type { Names } from '../../texts/names.ts';
import type { ProvisoView } from '../contract/decisions.ts';

const named = (names: Names) => (post: string) => ({ post, label: names.post(post) });

export const matterShown = ({ decides, powers, ...matter }: MatterView, names: Names) => ({
  ...matter,
  decides: decides === null ? null : named(names)(decides),
  powers: powers.map(({ post, upToYen }) => ({ ...named(names)(post), upToYen })),
});

/** None of a phase that is not disclosed to the reader. */
export const provisosShown = (
  snapshot: Pick<MigrationSnapshot, 'value' | 'context'>,
  names: Names,
  hidden: Hidden,
): ProvisoView[] =>
  provisoViews(snapshot)
    .filter(({ phase }) => !hidden.has(phase))
    .map(({ met, lapsedOn, ...one }) => ({
      ...one,
      phaseLabel: names.phase(one.phase),
      bodyLabel: names.post(one.body),
      ownerLabel: names.post(one.owner),
      met: met && {
        by: met.by,
        on: met.on,
        title: met.evidence.title,
        documentNo: met.evidence.documentNo,
      },
      overdue: met === null && lapsedOn !== null,
    }));

/** Why somebody takes no part is told to whoever sees the phase's files. */
export function recusalsShown({ context }: Pick<MigrationSnapshot, 'context'>, names: Names, hidden: Hidden) {
  return (context.recused ?? []).map(({ account, name, on, reason, body, phase }) => ({
    account,
    name,
    on,
    reason: hidden.size > 0 ? null : reason,
    body,
    bodyLabel: names.post(body),
    phase: phase ?? null,
  }));
}

/** What has changed since it was last returned. */
export interface Since {
  on: VagueDay;
  changes: readonly BundleChange[];
}

export const bundleShown = (sha256: string, since: Since | null, names: Names) => ({
  sha256,
  since: since && { on: since.on, changes: since.changes.map((one) => bundleChangeText(one, names)) },
});
