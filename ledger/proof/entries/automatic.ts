// Entries that no person sent, from the chains alone: a timer's by the deadline that was due in the state before it, a
// milestone's by the entry of the other chain that announced it to this one.
import { MACHINE_VERSION, nextWake, start, wakeEvent } from '../../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../../machines/migration/state.ts';
import { snapshotIn } from '../../../machines/play/stored.ts';
import type { Effect } from '../../../machines/record/effect.ts';
import { canonical, chainOf, type EntryBody } from '../../../machines/record/entry.ts';
import type { Findings } from '../findings.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import type { Visited, Visitor } from './visitors.ts';

interface Claim {
  chain: string;
  seq: number;
  recordedAt: string;
  word: string;
}

export function automaticEntries(definitions: KeptDefinitions, findings: Findings): Visitor {
  const spoken = new Set<string>();
  const claims: Claim[] = [];
  return {
    visit: (visited) => {
      const { row, body } = visited;
      for (const word of wordsOf(body, row.effects)) spoken.add(word);
      const { kind } = body.actor;
      if (kind !== 'timer' && kind !== 'migration') return undefined;
      findings.looked('automatic', 1);
      if (kind === 'timer') return timer(definitions, findings, visited);
      const { chain, seq } = row;
      claims.push({ chain, seq, recordedAt: body.recordedAt, word: wordClaimed(body) });
      return undefined;
    },
    done: () => {
      for (const { chain, seq, recordedAt, word } of claims) {
        if (!spoken.has(word)) findings.found({ chain, seq, what: 'milestone', recordedAt, detail: word });
      }
      return undefined;
    },
  };
}

async function timer(definitions: KeptDefinitions, findings: Findings, visited: Visited): Promise<void> {
  const { row, body, stateBefore } = visited;
  if (body.versions.machine !== MACHINE_VERSION) return;
  const found = await definitions.version(row.chain, body.versions.definition);
  if (found?.kept.kind !== 'migration') return; // named by the check of definitions
  const { definition, begin } = found.kept;
  const before =
    stateBefore === null
      ? start(definition, begin)
      : snapshotIn<MigrationSnapshot>({ snapshot: stateBefore });
  const dueAt = nextWake(definition, before);
  const due = wakeEvent(definition, before);
  const claimed = {
    fact: body.fact,
    actor: body.actor,
    occurredOn: body.occurredOn,
    requestId: body.requestId,
  };
  const proven =
    due !== null &&
    dueAt !== null &&
    Date.parse(dueAt) <= Date.parse(body.recordedAt) &&
    canonical(pick(due)) === canonical(claimed);
  if (!proven) {
    const { chain, seq } = row;
    findings.found({ chain, seq, what: 'timer', recordedAt: body.recordedAt });
  }
}

const pick = ({
  fact,
  actor,
  occurredOn,
  requestId,
}: Pick<EntryBody, 'occurredOn' | 'requestId'> & {
  fact: unknown;
  actor: unknown;
}) => ({ fact, actor, occurredOn, requestId });

/** What an entry's effects say to other chains. */
function wordsOf({ chain, seq }: EntryBody, effects: string): string[] {
  if (!effects.includes('"announce"') && !effects.includes('"revoke"')) return [];
  // Written by `seal` from the machine's own effects.
  return (JSON.parse(effects) as Effect[]).flatMap((effect) =>
    effect.kind === 'notify'
      ? []
      : effect.to.map((to) =>
          JSON.stringify([
            `${chain}#${seq}`,
            effect.kind === 'announce' ? 'milestone.reached' : 'milestone.withdrawn',
            effect.milestone,
            to,
            effect.occurredOn,
          ]),
        ),
  );
}

/** The word of another chain that an entry rests on: which entry spoke it stands at the end of its request id. */
function wordClaimed({ chain, fact, occurredOn, requestId }: EntryBody): string {
  const [code, to] = chain.split('/');
  const speaker = `${chainOf(code ?? '', String(fact.system))}#${requestId.split('/').at(-1)}`;
  return JSON.stringify([speaker, fact.type, fact.milestone, to, occurredOn]);
}
