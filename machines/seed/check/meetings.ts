// The rules of bodies that meet: whom they name is there, and no quorum is larger than its body.
import { type Share, shareOf } from '../../definition/meeting-rules.ts';
import type { Part } from '../draft.ts';
import { unknownIn } from '../names.ts';
import { inside, type Place, problem, type SeedProblem } from '../problem.ts';
import type { ProgrammeFile } from '../schema.ts';

export function checkMeetings({ at, value }: Part<ProgrammeFile>): SeedProblem[] {
  const known = value.bodies.map(({ id }) => id);
  return value.bodies.flatMap((body, index) => {
    const place = inside(at, 'bodies', index, 'meets');
    return body.meets ? rulesOf({ ...body, meets: body.meets }, known, place) : [];
  });
}

type Meeting = ProgrammeFile['bodies'][number] & {
  meets: NonNullable<ProgrammeFile['bodies'][number]['meets']>;
};

function rulesOf({ id, members, meets }: Meeting, known: readonly string[], at: Place): SeedProblem[] {
  const beyond = (share: Share, place: Place): SeedProblem[] => {
    const quorum = shareOf(share, members);
    return quorum > members ? [problem('gate.quorumOverMembers', place, { body: id, quorum, members })] : [];
  };
  return [
    ...beyond(meets.quorum, inside(at, 'quorum')),
    ...(meets.circulation ? beyond(meets.circulation.quorum, inside(at, 'circulation', 'quorum')) : []),
    ...unknownIn('body', meets.secretariat ?? [], known, inside(at, 'secretariat')),
    ...(['chair', 'deputyChair'] as const).flatMap((seat) => {
      const named = meets[seat];
      return named && 'post' in named ? unknownIn('body', [named.post], known, inside(at, seat, 'post')) : [];
    }),
  ];
}
