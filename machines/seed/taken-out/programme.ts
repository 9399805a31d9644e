// A programme's own definition as the file that would give it.
import type { ProgrammeDefinition } from '../../programme/definition.ts';
import { markOf, municipalityCode } from '../../record/chain.ts';
import type { ProgrammeFile } from '../schema.ts';

export function programmeFileOf(definition: ProgrammeDefinition): ProgrammeFile {
  const { version, code, name, rehearsal, systems: _systems, bodies, ...rest } = definition;
  const mark = markOf(code);
  return {
    version,
    code: municipalityCode(code),
    name,
    rehearsal: mark === undefined ? rehearsal : { as: mark },
    ...rest,
    bodies: bodies.map(({ quorum: _quorum, ...body }) => body),
  };
}
