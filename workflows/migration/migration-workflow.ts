// The life of one migration: restore, take the next event, record it, wait. One per system; it ends only by hand.
import { CancellationScope, continueAsNew, setHandler } from '@temporalio/workflow';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { sharing } from '../../machines/definition/shared.ts';
import { decidedBy, startedOn, startedWith } from '../decided-by.ts';
import { livedLong } from '../driver/new-run.ts';
import { unfailing } from '../driver/unfailing.ts';
import {
  adoptUpdate,
  clockUpdate,
  definitionRef,
  type MigrationStart,
  milestoneSignal,
  nudgeSignal,
  snapshotQuery,
  submitUpdate,
  whereaboutsUpdate,
} from '../messages.ts';
import { MigrationLife } from './migration-life.ts';

/** A next run asks for its definition by its digest. */
type Next = (start: MigrationStart, definition: string) => Promise<never>;

export async function migrationWorkflow(start: MigrationStart, given?: MigrationDefinition): Promise<never> {
  const definition = startedWith(start, given);
  // In place: what started this run is held as long as the run, by Temporal too.
  Object.assign(definition, sharing(definition));
  const life = new MigrationLife(start, decidedBy(start, definition));
  const begin = () => unfailing(() => life.begin());
  // A message that comes with the start is handed over after this line, in the same task.
  const begun = start.asksAtOnce && !start.carried ? Promise.resolve().then(begin) : begin();
  setHandler(submitUpdate, (message) => life.submit(message), {
    validator: (message) => life.refuseSubmit(message),
  });
  setHandler(clockUpdate, (message) => life.retime(message), {
    validator: (message) => life.refuseRetime(message),
  });
  setHandler(adoptUpdate, (message) => life.adopt(message), {
    validator: (message) => life.refuseAdoption(message),
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
      const { digest } = life.decided;
      return continueAsNew<Next>(
        { ...startedOn(start, digest), carried: life.carried() },
        definitionRef(digest),
      );
    }),
  );
}
