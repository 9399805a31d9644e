// Whom an amendment would miss: posts that it asks for and nobody holds, bodies that are too few for what it asks of them. Pure.
import type { MigrationDefinition } from '../../definition/definition.ts';
import { votesOfGates } from '../../migration/gate/work-ahead.ts';
import { canonical } from '../../record/entry.ts';
import type { ProgrammeDefinition } from '../definition.ts';
import type { Powers } from '../powers/grant.ts';
import { type Lack, lacking } from '../powers/lacking.ts';
import type { Days } from '../powers/lock.ts';
import type { InForce, Proposal } from './proposal.ts';

/** What would be lacking on the day and is not lacking under the edition in force. */
export function newlyLacking(
  inForce: InForce,
  { programme, concerned, fresh }: Pick<Proposal, 'programme' | 'concerned' | 'fresh'>,
  powers: Powers,
  days: Days,
): Lack[] {
  const before = inForce.migrations.map(({ definition }) => definition);
  const after = before.map((one) => concerned.find(({ leaving }) => leaving === one)?.definition ?? one);
  const lackingUnder = (asked: ProgrammeDefinition, migrations: readonly MigrationDefinition[]) =>
    lacking(asked, powers, {
      gates: migrations.flatMap(({ path }) => votesOfGates(path, asked.bodies)),
      days,
    });
  const known = new Set(lackingUnder(inForce.programme.definition, before).map(canonicalOf));
  return lackingUnder(programme, [...fresh, ...after]).filter((lack) => !known.has(canonicalOf(lack)));
}

const canonicalOf = (lack: Lack): string => canonical(lack);
