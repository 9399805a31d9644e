// What a database and a Temporal must be so that a record can be moved to them: looked at before anything is written.
import postgres from 'postgres';
import type { Environment } from '../process/environment.ts';
import { requireDatabase } from '../process/outside-database.ts';
import { withNamespace } from '../process/outside-temporal.ts';
import type { searchAttributes } from '../process/search-attributes.ts';
import { MoveFailure } from './move-failure.ts';

/** Functions of the schema are written for this version, or a later one. */
const OLDEST = 15;

export interface Target {
  ownerUrl: string;
  appUrl: string;
  /** The role of the application. */
  role: string;
  /** Host and database, without a password. */
  address: string;
  version: string;
}

/** @throws MoveFailure or StartFailure naming the first thing that is wrong */
export async function requireTarget({ databaseUrl, ownerDatabaseUrl }: Environment): Promise<Target> {
  if (databaseUrl === null || ownerDatabaseUrl === null)
    throw new MoveFailure({ code: 'target.missing', variable: 'DATABASE_URL' });
  const [role, owner] = [roleOf(databaseUrl), roleOf(ownerDatabaseUrl)];
  if (role === owner) throw new MoveFailure({ code: 'owner.same', role });
  await requireDatabase(databaseUrl);
  await requireDatabase(ownerDatabaseUrl);
  const { host, pathname } = new URL(databaseUrl);
  const address = `${host}${pathname}`;
  const sql = postgres(ownerDatabaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const version = await requireEmpty(sql, address);
    await requireRights(sql, owner, role);
    return { ownerUrl: ownerDatabaseUrl, appUrl: databaseUrl, role, address, version };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username);

async function requireEmpty(sql: postgres.Sql, address: string): Promise<string> {
  const [at] = await sql<{ number: number; version: string; encoding: string }[]>`
    select current_setting('server_version_num')::integer as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`;
  const { number, version, encoding } = at ?? { number: 0, version: '?', encoding: '?' };
  if (number < OLDEST * 10_000) throw new MoveFailure({ code: 'target.old', address, version });
  if (encoding !== 'UTF8') throw new MoveFailure({ code: 'target.encoding', address, encoding });
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'p') order by 1`;
  if (tables.length > 0)
    throw new MoveFailure({ code: 'target.notEmpty', address, tables: tables.map(({ name }) => name) });
  return version;
}

async function requireRights(sql: postgres.Sql, owner: string, role: string): Promise<void> {
  const mayCreate = async (who: string) => {
    const [found] = await sql<{ may: boolean }[]>`
      select has_schema_privilege(${who}, 'public', 'create') as may`;
    return found?.may === true;
  };
  if (!(await mayCreate(owner))) throw new MoveFailure({ code: 'owner.mayNot', role: owner });
  if (await mayCreate(role)) throw new MoveFailure({ code: 'role.mayToo', role });
}

/** gRPC's code of a question that names what is not there. */
const INVALID_ARGUMENT = 3;

/** @throws MoveFailure where runs of one of these municipalities are there already; StartFailure where it cannot be reached */
export async function requireTemporal(environment: Environment, codes: readonly string[]): Promise<void> {
  if (environment.temporal.address === null)
    throw new MoveFailure({ code: 'target.missing', variable: 'TEMPORAL_ADDRESS' });
  await withNamespace(environment, async ({ workflowService }, address, namespace) => {
    for (const code of codes) {
      const query = `${municipality} = "${code}" AND ExecutionStatus = "Running"`;
      const count = await workflowService
        .countWorkflowExecutions({ namespace, query })
        .then((found) => Number(found.count), noneWhereUnheardOf);
      if (count > 0)
        throw new MoveFailure({ code: 'temporal.occupied', address, namespace, programme: code });
    }
  });
}

const municipality: keyof typeof searchAttributes = 'SekimoriMunicipality';

/** A namespace that has not heard of our search attributes has no run of ours. */
function noneWhereUnheardOf(error: unknown): number {
  if (error instanceof Error && 'code' in error && error.code === INVALID_ARGUMENT) return 0;
  throw error;
}
