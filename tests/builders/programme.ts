// A small programme for tests that ask its machine alone.
import type { ProgrammeFact } from '../../machines/programme/acts.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { acceptsProgramme, startProgramme } from '../../machines/programme/programme.ts';
import type { ProgrammeContext } from '../../machines/programme/state.ts';
import { person } from './migration.ts';
import { plainProgramme } from './signing.ts';

const programme = plainProgramme('131121', true);

/** Why the DX office's act is refused, by code, on a day; empty means accepted. */
export function programmeCodes(
  fact: ProgrammeFact,
  occurredOn = '2023-11-16',
  known: Partial<ProgrammeContext> = {},
  over: Partial<ProgrammeDefinition> = {},
): string[] {
  const snapshot = startProgramme();
  const event = {
    fact,
    actor: person('office', 'dx-office'),
    at: '2023-11-16T10:00:00+09:00',
    occurredOn,
    requestId: 'test/programme',
  };
  const refusals = acceptsProgramme(
    { ...programme, ...over },
    { ...snapshot, context: { ...snapshot.context, ...known } },
    event,
  );
  return refusals.map(({ code }) => code);
}
