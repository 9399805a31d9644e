// Whom a deadline concerns: who is told of it, who may put it off, and who does or decides what meets it. Pure; who holds which post is
// programme/people/sight.ts's to say.
import type { Deadline, MetBy, Path, Phase } from '../definition/definition.ts';

const meeting = ({ phases, goLive }: Path, metBy: MetBy): Phase | undefined => {
  const wanted = typeof metBy === 'string' ? goLive : metBy.phase;
  return phases.find(({ id }) => id === wanted);
};

export function postsConcerned(path: Path, { to, extendableBy, metBy }: Deadline): ReadonlySet<string> {
  const phase = meeting(path, metBy);
  const deciding = phase?.gate?.approvals.map(({ body }) => body) ?? [];
  return new Set([...to, ...extendableBy, ...(phase?.owners ?? []), ...deciding]);
}
