// Systems of all programmes as they are shown: municipalities under their prefectures.
import type { Dimension, Group, EverywhereRow as Row } from '../../../ledger/models/everywhere.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { municipalityCode } from '../../../machines/record/chain.ts';
import { businessText, nationalBusinesses } from '../../../machines/values/names/business.ts';
import type { EverywhereRow, EverywhereView } from '../../contract/day/everywhere.ts';
import { municipalityOf, prefectureOf } from '../../report/prefectures.ts';

export type Definitions = ReadonlyMap<string, ProgrammeDefinition>;
type Phases = readonly { phase: string; label: Text }[];

const plain = (value: string): Text => ({ ja: value, en: value });

function nameOf(code: string, definitions: Definitions): string {
  const { name } = definitions.get(code) ?? {};
  return name ? municipalityOf(code, name.ja) : code;
}

export function rowView(
  { programme, system, name, businesses, summary }: Row,
  definitions: Definitions,
): EverywhereRow {
  const { phaseLabel, stage, activity, regime, live, blockers, overdue, nextDeadline } = summary;
  return {
    programme,
    municipality: nameOf(programme, definitions),
    prefecture: prefectureOf(municipalityCode(programme)),
    rehearsal: definitions.get(programme)?.rehearsal ?? false,
    system,
    name,
    businesses,
    phaseLabel,
    stage,
    activity,
    regime,
    pendingOn: summary.pendingOn ?? null,
    live,
    blockers: blockers.length,
    overdue,
    dueOn: nextDeadline?.dueOn ?? null,
    dueLabel: nextDeadline?.label ?? null,
  };
}

interface Known {
  definitions: Definitions;
  phases: Phases;
}

export function groupViews(groups: readonly Group[], by: Dimension, known: Known): EverywhereView['groups'] {
  const labels: Record<Dimension, (key: string) => Text> = {
    prefecture: (key) => plain(prefectureOf(key)),
    municipality: (key) =>
      plain(`${prefectureOf(municipalityCode(key))} ${nameOf(key, known.definitions)}`.trim()),
    business: plain,
    phase: (key) => known.phases.find(({ phase }) => phase === key)?.label ?? plain(key),
  };
  return groups.map((group) => ({ ...group, label: labels[by](group.key) }));
}

export function choicesOf({
  definitions,
  phases,
  prefecture,
}: Known & { prefecture: string | undefined }): EverywhereView['choices'] {
  const codes = [...definitions.keys()].sort();
  const there = [...new Set(codes.map((code) => code.slice(0, 2)))];
  const chosen = prefecture === undefined ? [] : codes.filter((code) => code.startsWith(prefecture));
  const choice = (value: string, label: Text) => ({ value, label });
  return {
    prefectures: there.map((value) => choice(value, plain(prefectureOf(value) || value))),
    municipalities: chosen.map((value) => choice(value, plain(nameOf(value, definitions)))),
    businesses: Object.keys(nationalBusinesses).map((value) => choice(value, businessText(value))),
    phases: phases.map(({ phase, label }) => choice(phase, label)),
  };
}
