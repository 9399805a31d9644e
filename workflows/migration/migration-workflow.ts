// The life of one migration: restore, take the next event, record it, wait. One per system; it ends only by hand.
import { CancellationScope, continueAsNew, setHandler } from '@temporalio/workflow';
import { sharing } from '../../machines/definition/shared.ts';
import { livedLong } from '../driver/new-run.ts';
import { unfailing } from '../driver/unfailing.ts';
import {
  clockUpdate,
  type MigrationStart,
  milestoneSignal,
  nudgeSignal,
  snapshotQuery,
  submitUpdate,
  whereaboutsUpdate,
} from '../messages.ts';
import { MigrationLife } from './migration-life.ts';

export async function migrationWorkflow(start: MigrationStart): Promise<never> {
  // In place: what started this run is held as long as the run, by Temporal too.
  start.definition = sharing(start.definition);
  const life = new MigrationLife(start);
  const begun = unfailing(() => life.begin());
  setHandler(submitUpdate, (message) => life.submit(message), {
    validator: (message) => life.refuseSubmit(message),
  });
  setHandler(clockUpdate, (message) => life.retime(message), {
    validator: (message) => life.refuseRetime(message),
  });
  setHandler(milestoneSignal, (message) => life.receive(message));
  setHandler(nudgeSignal, () => unfailing(() => life.learn()));
  setHandler(whereaboutsUpdate, () => life.tellWhereabouts(), { validator: () => life.tellWhereabouts() });
  setHandler(snapshotQuery, () => life.state());
  return CancellationScope.nonCancellable(() =>
    unfailing(async () => {
      await begun;
      await livedLong(
        (over) => life.live(over),
        () => life.turns,
        start.historyLimit,
      );
      return continueAsNew<typeof migrationWorkflow>({ ...start, carried: life.carried() });
    }),
  );
}
