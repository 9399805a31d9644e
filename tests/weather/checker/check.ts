// Everything the checker asks of two exports and of what people were told. Knows the town's rules as data it is given.
import { clocksKept } from './clocks.ts';
import { type DeadlineRules, deadlinesTold } from './deadlines.ts';
import { type HeardAct, inOrder, toldAndRecorded } from './heard.ts';
import { type Notice, noticesOnce, type Shown, shownAsRecorded } from './reads.ts';
import { grown, readRecord, type TownRecord } from './record.ts';
import { wronglyRefused } from './refusals.ts';
import { type Violation, violation } from './violation.ts';
import { type RulePhase, type Said, type WalkRules, walk } from './walk.ts';

export interface Rules {
  code: string;
  systems: readonly string[];
  /** The system whose milestone all others wait for. */
  platform: string;
  milestone: string;
  pathOf: (system: string) => readonly RulePhase[];
  voicesToGoBack: number;
  begun: { day: string; ms: number };
  /** Of every system but the platform. */
  deadlines: DeadlineRules;
}

export interface Findings {
  /** The export once all had come to rest, and the one after everybody asked again. */
  rest: string;
  final: string;
  heard: readonly HeardAct[];
  /** The programme's clock at the end. */
  nowMs: number;
  /** The wall's time at which the senders' clock showed nothing. */
  originMs: number;
  /** What people were shown at the end. */
  shown: readonly Shown[];
  /** All that the owners of the systems were told. */
  notices: readonly Notice[];
}

export function check(rules: Rules, findings: Findings): Violation[] {
  const { rest, final, heard, nowMs, originMs, shown, notices } = findings;
  const [before, after] = [rest, final].map((text) => readRecord(text, chainsOf(rules))) as [
    TownRecord,
    TownRecord,
  ];
  return [
    ...after.violations,
    ...grown(before, after),
    ...toldAndRecorded(heard, before, after),
    ...inOrder(heard, after),
    ...clocksKept(heard, after, rules.code, originMs),
    ...walks(rules, after, nowMs),
    ...wronglyRefused(heard, after, (chain) => walkRulesOf(rules, chain.split('/')[1])),
    ...shownAsRecorded(shown, after, rules.code, (system) => walkRules(rules, system)),
    ...noticesOnce(notices, after, rules.code),
  ];
}

/** All that must be there, and no others. */
export const chainsOf = ({ code, systems }: Rules): string[] => [
  code,
  ...systems.map((system) => `${code}/${system}`),
];

const walkRules = ({ pathOf, voicesToGoBack, begun }: Rules, system: string): WalkRules => ({
  path: pathOf(system),
  voicesToGoBack,
  begun,
});
/** Null for the programme's own chain. */
const walkRulesOf = (rules: Rules, system: string | undefined): WalkRules | null =>
  system === undefined ? null : walkRules(rules, system);

function walks(rules: Rules, record: TownRecord, nowMs: number): Violation[] {
  const { platform, systems, code, deadlines } = rules;
  const walkOf = (system: string) => {
    const lines = record.chains.get(`${code}/${system}`) ?? [];
    return { lines, ...walk(lines, walkRules(rules, system)) };
  };
  const { said } = walkOf(platform);
  return systems.flatMap((system) => {
    const { lines, stays, violations } = walkOf(system);
    if (system === platform) return violations;
    return [
      ...violations,
      ...deadlinesTold(lines, stays, deadlines, nowMs),
      ...arrived(rules, system, said, record),
    ];
  });
}

/** Every word of the platform, once, in its order. */
function arrived(
  { code, platform, milestone }: Rules,
  system: string,
  said: readonly Said[],
  { chains }: TownRecord,
): Violation[] {
  const chain = `${code}/${system}`;
  const words = (chains.get(chain) ?? []).filter(({ fact }) => fact.type.startsWith('milestone.'));
  const heard = words.map(({ fact }) => fact.type);
  const strange = words.filter(({ fact }) => fact.system !== platform || fact.milestone !== milestone);
  return [
    ...strange.map(({ requestId, seq }) =>
      violation('milestone', chain, requestId, `#${seq} is no word of the platform`),
    ),
    ...(heard.join() === said.join()
      ? []
      : [violation('milestone', chain, '', `the platform said [${said}], and here stands [${heard}]`)]),
  ];
}

/** The entries of a whole export, for a look at whether all has come to rest. */
export const milestonesMissing = (rules: Rules, text: string): boolean => {
  const record = readRecord(text, chainsOf(rules));
  const lines = record.chains.get(`${rules.code}/${rules.platform}`) ?? [];
  const { said } = walk(lines, walkRules(rules, rules.platform));
  return rules.systems
    .filter((system) => system !== rules.platform)
    .some((system) => arrived(rules, system, said, record).length > 0);
};
