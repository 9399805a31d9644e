// The life of one programme: its own events, and in a rehearsal its clock. One per municipality; it ends only by hand.
import { CancellationScope, continueAsNew, setHandler } from '@temporalio/workflow';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { definitionDigest } from '../../machines/record/entry.ts';
import { startedOn, startedWith } from '../decided-by.ts';
import { livedLong } from '../driver/new-run.ts';
import { unfailing } from '../driver/unfailing.ts';
import {
  definitionRef,
  nudgeSignal,
  type ProgrammeStart,
  programmeSnapshotQuery,
  programmeSubmitUpdate,
  whereaboutsUpdate,
} from '../messages.ts';
import { ProgrammeLife } from './programme-life.ts';

type Next = (start: ProgrammeStart, definition: string) => Promise<never>;

export async function programmeWorkflow(start: ProgrammeStart, given?: ProgrammeDefinition): Promise<never> {
  const definition = startedWith(start, given);
  const life = new ProgrammeLife(start, { definition, digest: definitionDigest(definition) });
  const begun = unfailing(() => life.begin());
  setHandler(programmeSubmitUpdate, (message) => life.submit(message), {
    validator: (message) => life.refuseSubmit(message),
  });
  setHandler(nudgeSignal, () => unfailing(() => life.learn()));
  setHandler(whereaboutsUpdate, () => life.tellWhereabouts(), { validator: () => life.tellWhereabouts() });
  setHandler(programmeSnapshotQuery, () => life.state());
  return CancellationScope.nonCancellable(() =>
    unfailing(async () => {
      await begun;
      await livedLong(
        (over) => life.live(over),
        () => life.turns,
        start.historyLimit,
      );
      const { digest } = life.decided;
      return continueAsNew<Next>(
        { ...startedOn(start, digest), carried: life.carried() },
        definitionRef(digest),
      );
    }),
  );
}
