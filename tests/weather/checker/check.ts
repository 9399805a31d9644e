// Everything the checker asks of two exports and of what people were told. Knows the town's rules as data it is given.
import { type DeadlineRules, deadlinesTold } from './deadlines.ts';
import { type HeardAct, inOrder, toldAndRecorded } from './heard.ts';
import { grown, readRecord, type TownRecord } from './record.ts';
import { type Violation, violation } from './violation.ts';
import { type RulePhase, type Said, walk } from './walk.ts';

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
}

export function check(rules: Rules, { rest, final, heard, nowMs }: Findings): Violation[] {
  const chains = [rules.code, ...rules.systems.map((system) => `${rules.code}/${system}`)];
  const [before, after] = [readRecord(rest, chains), readRecord(final, chains)];
  return [
    ...after.violations,
    ...grown(before, after),
    ...toldAndRecorded(heard, before, after),
    ...inOrder(heard, after),
    ...walks(rules, after, nowMs),
  ];
}

function walks(rules: Rules, record: TownRecord, nowMs: number): Violation[] {
  const { platform, systems, code, begun, voicesToGoBack, deadlines } = rules;
  const walkOf = (system: string) => {
    const lines = record.chains.get(`${code}/${system}`) ?? [];
    return { lines, ...walk(lines, { path: rules.pathOf(system), voicesToGoBack, begun }) };
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
  const record = readRecord(text, [rules.code, ...rules.systems.map((system) => `${rules.code}/${system}`)]);
  const path = rules.pathOf(rules.platform);
  const lines = record.chains.get(`${rules.code}/${rules.platform}`) ?? [];
  const { said } = walk(lines, { path, voicesToGoBack: rules.voicesToGoBack, begun: rules.begun });
  return rules.systems
    .filter((system) => system !== rules.platform)
    .some((system) => arrived(rules, system, said, record).length > 0);
};
