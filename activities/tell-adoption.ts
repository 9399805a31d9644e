// An edition that a programme has adopted reaches its migrations: those that are new are begun, and each that it concerns adopts
// its part. Every step may be repeated; a migration that does not run learns of it when it is started.
import { Context } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Adopted } from '../ledger/definitions/adoptions.ts';
import type { Begin, RecordedMigration } from '../ledger/definitions/definitions.ts';
import type { Ledger } from '../ledger/open.ts';
import type { MigrationDefinition } from '../machines/definition/definition.ts';
import { chainOf } from '../machines/record/chain.ts';
import { fewAtOnce } from '../machines/values/at-once.ts';
import type { CallingActivities } from '../workflows/activities-wanted.ts';
import {
  type AdoptionNews,
  type AdoptionRound,
  adoptUpdate,
  migrationArguments,
  migrationWorkflowId,
  migrationWorkflowType,
  updateIds,
} from '../workflows/messages.ts';
import { whileBeating } from './tell-workflows.ts';

export function adoptionActivities(client: Client, ledger: Ledger): Pick<CallingActivities, 'tellAdoption'> {
  return { tellAdoption: (round) => whileBeating(() => tellAll(client, ledger, round)) };
}

async function tellAll(client: Client, ledger: Ledger, round: AdoptionRound): Promise<void> {
  const { adopted, programme } = round;
  const [found] = await ledger.adoptionsAfter(programme, adopted - 1);
  if (found?.body.seq !== adopted) throw new Error(`entry ${adopted} of ${programme} adopts nothing`);
  const { taskQueue } = Context.current().info;
  const tell = (updateId: string) =>
    fewAtOnce(Object.keys(found.edition.migrations), async (system) => {
      const words = await ledger.unadopted(chainOf(programme, system));
      if (words.length > 0)
        await tellOne(client, migrationWorkflowId(programme, system), { adopted }, updateId);
    });
  const beginning = { client, ledger, taskQueue };
  await beginAll(beginning, found, round, ({ system }) => system.continues === undefined);
  await tell(updateIds.adoption(adopted));
  // What goes on with others begins, or takes what they leave, once they have ended.
  await beginAll(beginning, found, round, ({ system }) => system.continues !== undefined);
  await tell(updateIds.continuation(adopted));
}

interface Beginning {
  client: Client;
  ledger: Ledger;
  taskQueue: string;
}

/** A system that an edition has and none before it had begins with it, on its day. */
async function beginAll(
  { client, ledger, taskQueue }: Beginning,
  { body, edition }: Adopted,
  { programme, clock }: AdoptionRound,
  isMeant: (definition: MigrationDefinition) => boolean,
): Promise<void> {
  const known = await ledger.definitions.firstMigrations(programme);
  const there = new Set(known.map(({ definition }) => definition.system.id));
  for (const [index, system] of Object.keys(edition.migrations).entries()) {
    const digest = edition.migrations[system]?.digest ?? '';
    if (there.has(system) && !isBegun(known, system, body)) continue;
    const definition = await definitionOf(ledger, digest);
    if (!isMeant(definition)) continue;
    const begin: Begin = {
      on: body.occurredOn,
      at: body.recordedAt,
      ...(definition.system.continues ? { continues: true } : {}),
    };
    if (!there.has(system))
      await ledger.load({ migrations: [{ definition, begin }], from: known.length + index });
    await client.workflow.start(migrationWorkflowType, {
      workflowId: migrationWorkflowId(programme, system),
      taskQueue,
      args: migrationArguments({ begin, clock }, digest),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }
}

async function definitionOf(ledger: Ledger, digest: string): Promise<MigrationDefinition> {
  const definition = await ledger.definitions.byDigest(digest);
  if (definition === null || 'code' in definition) throw new Error(`no migration is kept by ${digest}`);
  return definition;
}

/** Kept by an earlier try of this activity, and perhaps not started. */
const isBegun = (
  known: readonly RecordedMigration[],
  system: string,
  { recordedAt }: Adopted['body'],
): boolean => known.some((kept) => kept.definition.system.id === system && kept.begin.at === recordedAt);

/** The update's id is the adoption's own, once for each of its two rounds, so that a second try of this activity is answered by the first one's update. */
export async function tellOne(
  client: Client,
  workflowId: string,
  news: AdoptionNews,
  updateId: string,
): Promise<void> {
  try {
    await client.workflow.getHandle(workflowId).executeUpdate(adoptUpdate, { args: [news], updateId });
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
