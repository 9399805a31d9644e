// What every route on meetings needs of the programme at hand: its state, one of its meetings, names, and the way to record an act of it.
import type { Context } from 'hono';
import type { ProgrammeSubmission } from '../../../machines/programme/event.ts';
import { programmeNames } from '../../../texts/names.ts';
import { meetingIn, statesBySystem, type WholeMeeting } from '../../door/meetings/looking.ts';
import { actorOf, recordedOf } from '../../door/submitting.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand, RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import type { MeetingShown } from '../../views/meetings/meeting-view.ts';

type C = Context<RequestEnv>;

export function meetingsAtHand({ ledger, door, log, systemNames }: ServerParts) {
  const namesAt = async ({ definition }: ProgrammeAtHand) =>
    programmeNames(definition.bodies, await systemNames(definition));
  const contextOf = async (code: string) => {
    const state = await ledger.programme(code);
    if (!state) throw new ProblemError('notYet');
    return state.snapshot;
  };
  const wholeOf = async (code: string, number: number): Promise<WholeMeeting> => {
    const found = await meetingIn(ledger, code, await contextOf(code), number);
    if (!found) throw new ProblemError('notFound');
    return found;
  };
  const record = async (c: C, post: string, fact: ProgrammeSubmission['fact'], requestId: string) => {
    const at = c.get('programme');
    const actor = actorOf(c, post, null);
    const submission = { fact, actor, occurredOn: at.days.programme, requestId };
    const outcome = await door.submitToProgramme(at.definition.code, submission);
    return (await recordedOf(outcome, () => namesAt(at), log)).recorded;
  };
  const shownOf = async (c: C, of: readonly string[]): Promise<MeetingShown> => {
    const { definition, viewer } = c.get('programme');
    const { context } = await contextOf(definition.code);
    const states = await statesBySystem(ledger, definition.code, of);
    return { definition, systems: await systemNames(definition), states, viewer, powers: context.powers };
  };
  return { namesAt, contextOf, wholeOf, record, shownOf };
}
