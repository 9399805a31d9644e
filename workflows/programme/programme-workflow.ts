// The life of one programme: its own events, and in a rehearsal its clock. One per municipality; it ends only by hand.
import { CancellationScope, continueAsNew, setHandler } from '@temporalio/workflow';
import { livedLong } from '../driver/new-run.ts';
import { unfailing } from '../driver/unfailing.ts';
import {
  nudgeSignal,
  type ProgrammeStart,
  programmeSnapshotQuery,
  programmeSubmitUpdate,
  whereaboutsUpdate,
} from '../messages.ts';
import { ProgrammeLife } from './programme-life.ts';

export async function programmeWorkflow(start: ProgrammeStart): Promise<never> {
  const life = new ProgrammeLife(start);
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
      return continueAsNew<typeof programmeWorkflow>({ ...start, carried: life.carried() });
    }),
  );
}
