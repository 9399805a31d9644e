// What a server asks its database while something happens, as the driver itself lists it.
import type postgres from 'postgres';

/** The statements that were sent, without their blanks. */
export async function statementsOf(sql: postgres.Sql, act: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const debug = (_connection: number, statement: string) => sent.push(statement.replace(/\s+/g, ' ').trim());
  Object.assign(sql.options, { debug });
  try {
    await act();
  } finally {
    Object.assign(sql.options, { debug: false });
  }
  return sent;
}
