// Bytes that somebody altered may say anything: what cannot be read or reckoned with is a fault to be named, and no failure of the
// one who looks. A failure of the database is one.
import postgres from 'postgres';

/** Failures of the connection carry a code; what a machine or a parser throws does not. */
export const isOfDatabase = (error: unknown): boolean => !(error instanceof Error) || 'code' in error;

/** What it gives; null where it throws. Only for what asks nobody. */
export function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** PostgreSQL understood the question and cannot answer it: a table or column is not what it was, or a value is none of its kind. */
export const isOfSchema = (error: unknown): error is postgres.PostgresError =>
  error instanceof postgres.PostgresError && /^(22|42|0A)/.test(error.code);
