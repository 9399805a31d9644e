// What cannot be put before a body, whatever becomes of it until the body meets: told where a meeting is convened, by the rules by which
// its resolution would be taken.
import type { Decides } from '../../decision/resolution.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { candidateObjections } from '../rfp/outcome.ts';
import { ofOpen } from '../rfp/room.ts';
import type { MigrationContext } from '../state.ts';
import { askedFor } from './asked.ts';

export function puttingObjections(
  definition: MigrationDefinition,
  context: MigrationContext,
  { body, decides }: { body: string; decides: Decides },
): Refusal[] {
  const asked = askedFor(definition, decides);
  if (!asked.includes(body)) return [refusal('meeting.notAsked', { body, asked: [...asked] })];
  if (!('rfp' in decides)) return [];
  return ofOpen({ context, fact: decides }, (open) =>
    decides.kind === 'candidate' ? candidateObjections(decides.bidder, open) : [],
  );
}
