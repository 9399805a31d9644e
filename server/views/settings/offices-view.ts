// Who held which post on a day, and what the bodies were then.
import type { MigrationState } from '../../../ledger/past/past.ts';
import type { ProgrammeState } from '../../../ledger/past/programmes.ts';
import { votesAsked } from '../../../machines/decision/quorum.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import { heldOn } from '../../../machines/programme/powers/held-on.ts';
import { deputyKindText } from '../../../texts/deputy-texts.ts';
import { programmeNames } from '../../../texts/names.ts';
import type { OfficesView } from '../../contract/settings/paths.ts';

type Known = Omit<OfficesView, 'setting'>;

export function officesView(
  { definition, snapshot }: ProgrammeState,
  states: readonly Pick<MigrationState, 'definition'>[],
  systems: ReadonlyMap<string, Text>,
  day: string,
): Known {
  const names = programmeNames(definition.bodies, systems);
  const { powers } = snapshot.context;
  return {
    known: powers !== undefined,
    bodies: definition.bodies.map(({ id: body, label, members }) => {
      return { body, label, members, quorums: quorumsOf(body, states) };
    }),
    held: (powers ? heldOn(powers, day) : []).map(({ post, system, deputy, ...one }) => ({
      ...one,
      post,
      postLabel: names.post(post),
      system,
      systemName: system === null ? null : names.system(system),
      deputy: deputy && { kindLabel: deputyKindText[deputy.kind], holder: deputy.holder ?? null },
    })),
  };
}

function quorumsOf(body: string, states: readonly Pick<MigrationState, 'definition'>[]): number[] {
  const asked = states.flatMap(({ definition: { path, bodies } }) =>
    path.phases
      .flatMap(({ gate }) => gate?.approvals ?? [])
      .filter((approval) => approval.body === body)
      .map((approval) => votesAsked(approval, bodies)),
  );
  return [...new Set(asked)].sort((a, b) => a - b);
}
