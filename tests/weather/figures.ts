// A run in figures, for people: what was sent and told, which faults there were, and every violation.
import type { Violation } from './checker/violation.ts';
import type { LoopFigures } from './loop/loop.ts';
import { lastWord } from './people/told.ts';
import { partNames } from './tree/processes.ts';
import type { Aftermath } from './weather.ts';

export interface Figures {
  sent: number;
  acknowledged: number;
  refused: number;
  /** Without a definite word when the storm was over. */
  unclear: number;
  /** Acts that had at least one unclear answer. */
  askedAgain: number;
  /** Answers that say the server itself failed (500). */
  failures: number;
}

export function figuresOf({ told }: Pick<Aftermath, 'told'>): Figures {
  const ending = (kind: string) => told.filter((act) => lastWord(act).kind === kind).length;
  const words = told.flatMap((act) => act.words);
  return {
    sent: told.length,
    acknowledged: ending('acknowledged'),
    refused: ending('refused'),
    unclear: ending('unclear'),
    askedAgain: told.filter((act) => act.words.some(({ kind }) => kind === 'unclear')).length,
    failures: words.filter((word) => word.kind === 'unclear' && word.why.startsWith('500')).length,
  };
}

export function linesOf(seed: number, aftermath: Aftermath): string[] {
  const { sent, acknowledged, refused, unclear, askedAgain, failures } = figuresOf(aftermath);
  const { struck, entries, readyMs, restedMs, violations } = aftermath;
  const kinds = partNames.map((part) => {
    const hits = struck.filter((fault) => fault.part === part);
    const kills = hits.filter(({ pausedMs }) => pausedMs === null).length;
    return `${part} ${kills}/${hits.length - kills}`;
  });
  const worst = Math.max(0, ...struck.map(({ recoveredMs }) => recoveredMs));
  return [
    `seed ${seed}`,
    `acts sent ${sent}: acknowledged ${acknowledged}, refused ${refused}, unclear ${unclear}; sent more than once ${askedAgain}; answered 500 ${failures}`,
    `faults ${struck.length} (killed/stopped): ${kinds.join(', ')}; worst time to recover ${(worst / 1000).toFixed(1)} s`,
    `ready after all ${(readyMs / 1000).toFixed(1)} s, at rest ${restedMs === null ? 'never' : `${(restedMs / 1000).toFixed(1)} s`}, entries ${entries}`,
    ...violationLines(violations),
  ];
}

export function loopLines(figures: LoopFigures): string[] {
  const { acts, laps, outlived, runs, entries, usualMs, slowestMs, heardMs, violations } = figures;
  return [
    `acts ${acts} in ${laps} laps, over ${runs} runs; entries ${entries}; commits that outlived their task ${outlived}`,
    `an answer took ${usualMs.toFixed(0)} ms, the slowest ${slowestMs.toFixed(0)} ms`,
    `all had heard ${heardMs === null ? 'never' : `${(heardMs / 1000).toFixed(1)} s after the last act`}`,
    ...violationLines(violations),
  ];
}

const violationLines = (violations: readonly Violation[]): string[] => [
  `violations ${violations.length}`,
  ...violations.map(({ rule, chain, requestId, what }) => `  ${rule}: ${chain} ${requestId || '-'}: ${what}`),
];
