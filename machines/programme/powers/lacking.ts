// What a programme still lacks in people: posts that nobody holds, bodies too few to decide, administrators. Pure; asked when a
// programme starts, and whenever somebody wonders.
import type { ProgrammeDefinition } from '../definition.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import { isShut } from './changes.ts';
import type { Powers } from './grant.ts';
import { type Days, isHeldOn, periodOf } from './lock.ts';

/** How many of a body some gate, or an act outside gates, asks for. */
export interface Needed {
  body: string;
  quorum: number;
}

export type Lack =
  | { code: 'post.vacant'; post: string }
  | { code: 'body.belowQuorum'; post: string; held: number; needed: number }
  | { code: 'administrator.none' }
  | { code: 'administrator.single' };

const ENOUGH_ADMINISTRATORS = 2;

/** `gates`: what the gates of its systems' paths ask, as often as they do. */
export function lacking(
  { bodies, rehearsal }: Pick<ProgrammeDefinition, 'bodies' | 'rehearsal'>,
  powers: Powers,
  { gates, days }: { gates: readonly Needed[]; days: Days },
): Lack[] {
  const found = bodies.flatMap(({ id, quorum = 1 }): Lack[] => {
    const held = holders(powers, id, days).size;
    if (held === 0) return [{ code: 'post.vacant', post: id }];
    const asked = gates.filter(({ body }) => body === id).map((gate) => gate.quorum);
    const needed = Math.max(quorum, ...asked);
    return held < needed ? [{ code: 'body.belowQuorum', post: id, held, needed }] : [];
  });
  return rehearsal ? found : [...administratorsLacking(powers, days), ...found];
}

function administratorsLacking(powers: Powers, days: Days): Lack[] {
  const { size } = holders(powers, ADMINISTRATOR, days);
  if (size >= ENOUGH_ADMINISTRATORS) return [];
  return [{ code: size === 0 ? 'administrator.none' : 'administrator.single' }];
}

/** Whoever holds it on the day, for whichever systems. */
function holders({ people, grants }: Powers, post: string, days: Days): Set<string> {
  const held = grants.filter(
    (grant) =>
      grant.post === post && isHeldOn(grant, periodOf(grant), days) && !isShut(people[grant.account]?.shut),
  );
  return new Set(held.map(({ account }) => account));
}
