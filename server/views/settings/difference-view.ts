// What an amendment would change, in words: places, days and ids as a reader calls them.

import type { PartDifference } from '../../../machines/programme/amendment/differing.ts';
import type { InForce, Proposal } from '../../../machines/programme/amendment/proposal.ts';
import { type Called, calledByFirst, calledIn } from '../../../texts/amending/called.ts';
import { differenceText, followsText, placeText } from '../../../texts/amending/difference-texts.ts';
import type { AmendmentPreview } from '../../contract/amendments.ts';
import { grouped } from './grouped.ts';

interface Differing {
  inForce: InForce;
  proposal: Proposal;
  differences: readonly PartDifference[];
}

/** Ids that one path calls otherwise than another are called as on the path of the system concerned. */
export function differenceViews({
  inForce,
  proposal,
  differences,
}: Differing): AmendmentPreview['differences'] {
  const programmes = [proposal.programme, inForce.programme.definition];
  const wanted = [...proposal.concerned.map(({ definition }) => definition), ...proposal.fresh];
  const all = calledIn([...wanted, ...inForce.migrations.map(({ definition }) => definition)], programmes);
  const own = new Map(
    proposal.concerned.map(({ leaving, definition }) => [
      definition.system.id,
      calledByFirst(calledIn([definition, leaving], []), all),
    ]),
  );
  return differences.flatMap((one) => {
    const { at, part, systems, was, now } = one;
    const view = (called: Called, of: string[]) => {
      const said = differenceText(one, called);
      const words = { place: placeText(part, at, called), wasText: said.was, nowText: said.now };
      const systemNames = of.map((system) => all('system', system) ?? { ja: system, en: system });
      return { part, systems: of, systemNames, was, now, ...words, why: followsText(part, at) };
    };
    if (systems.length === 0) return [view(all, [])];
    const each = systems.map((system) => view(own.get(system) ?? all, [system]));
    // A phase that two paths call otherwise is told once for each.
    return grouped(each, ({ place, wasText, nowText }) => JSON.stringify([place, wasText, nowText])).flatMap(
      (group) =>
        group[0]
          ? [
              {
                ...group[0],
                systems: group.flatMap((view) => view.systems),
                systemNames: group.flatMap((view) => view.systemNames),
              },
            ]
          : [],
    );
  });
}
