// What a clock move would cause, as it is told: each entry in a sentence, with the notices it would send and to whom.
import type { PastState } from '../../../ledger/past/past.ts';
import type { MigrationDefinition, Text } from '../../../machines/definition/definition.ts';
import { type Caused, passedOver } from '../../../machines/programme/clock/passed-over.ts';
import type { Effect } from '../../../machines/record/effect.ts';
import { entryText } from '../../../texts/acts/act-texts.ts';
import { type Names, namesOf } from '../../../texts/names.ts';
import { noticeText } from '../../../texts/telling/notice-texts.ts';
import type { ClockPreview } from '../../contract/settings/clock.ts';

const MOST = 500;

type Told = Pick<ClockPreview, 'items' | 'counts' | 'more' | 'unfinished'>;
type Item = Told['items'][number];

export function causedView(
  states: readonly Pick<PastState, 'definition' | 'snapshot'>[],
  systems: ReadonlyMap<string, Text>,
  { now, to }: { now: string; to: string },
): Told {
  const { caused, unfinished } = passedOver(states, now, to);
  const definitions = new Map(states.map(({ definition }) => [definition.system.id, definition]));
  const all = caused.flatMap((one) => {
    const definition = definitions.get(one.system);
    return definition ? [itemOf(one, definition, namesOf(definition, systems))] : [];
  });
  const sum = (of: (item: Item) => number) => all.reduce((total, item) => total + of(item), 0);
  return {
    items: all.slice(0, MOST),
    counts: {
      entries: all.length,
      missed: sum(({ kind }) => Number(kind === 'missed')),
      notices: sum(({ notices }) => notices.length),
      milestones: sum(({ milestones }) => milestones.length),
      systems: new Set(all.map(({ system }) => system)).size,
    },
    more: all.length > MOST,
    unfinished: unfinished.map((system) => systems.get(system) ?? { ja: system, en: system }),
  };
}

function itemOf({ system, at, fact, effects }: Caused, definition: MigrationDefinition, names: Names): Item {
  const deadline = fact.type === 'deadline.reached' ? fact : null;
  const isMissed = deadline?.point === 'due';
  const notices = effects.flatMap((effect) => {
    if (effect.kind !== 'notify') return [];
    const to = effect.to.map((post) => ({ post, label: names.post(post) }));
    return [{ text: noticeText(effect.notice, names), to }];
  });
  return {
    at,
    system,
    systemName: definition.system.name,
    kind: isMissed ? 'missed' : deadline ? 'told' : 'other',
    summary: entryText(fact, names),
    shuts: effects.some(shuts),
    notices,
    milestones: effects.flatMap((effect) => milestoneText(effect, names)),
  };
}

const shuts = (effect: Effect): boolean =>
  effect.kind === 'notify' && effect.notice.code === 'deadline.missed' && effect.notice.hard;

function milestoneText(effect: Effect, names: Names): Text[] {
  if (effect.kind === 'notify') return [];
  const to = effect.to.map(names.system);
  const who = { ja: to.map(({ ja }) => ja).join('、'), en: to.map(({ en }) => en).join(', ') };
  const verb = {
    announce: { ja: '達成を知らせる', en: 'announced to' },
    revoke: { ja: '達成を取り消す', en: 'taken back from' },
    forsake: { ja: '来ないことを知らせる', en: 'said not to come to' },
  }[effect.kind];
  return [
    {
      ja: `節目「${effect.milestone}」${verb.ja}（${who.ja}）`,
      en: `Milestone "${effect.milestone}" ${verb.en} ${who.en}`,
    },
  ];
}

export const nothingCaused: Told = {
  items: [],
  counts: { entries: 0, missed: 0, notices: 0, milestones: 0, systems: 0 },
  more: false,
  unfinished: [],
};
