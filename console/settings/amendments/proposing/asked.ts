// A change that another page leads to, as its address says it: the form opens with what is known there. What was gathered before stays.
import type { PathList } from '../../../../server/contract/settings/paths.ts';
import { changeKinds, emptyChange } from '../change-form.ts';
import { emptySystem, heirsOf, systemKinds } from '../systems/system-form.ts';
import type { Asked } from './asked-parts.ts';
import type { Draft } from './draft.ts';

/** Null where it names no change that there is. */
export function begunWith(
  draft: Draft,
  { change, system = '', ...given }: Asked,
  paths: PathList,
): Draft | null {
  const small = changeKinds.find((kind) => kind === change);
  if (small) return { ...draft, how: 'changes', typed: { ...emptyChange, ...given, kind: small } };
  const kind = systemKinds.find((one) => one === change);
  if (!kind) return null;
  const found = paths.systems.find((one) => one.system === system && !one.retired);
  const heirs = kind === 'split' && found ? { heirs: heirsOf(found) } : {};
  return {
    ...draft,
    how: 'systems',
    system: { ...emptySystem(kind), system: found ? system : '', ...heirs },
  };
}
