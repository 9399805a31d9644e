// Reads a message by its schema, or refuses it as malformed. A validator and its handler get the same update one after the
// other: what the first has read the second takes over.
import { ApplicationFailure, currentUpdateInfo } from '@temporalio/workflow';
import type { z } from 'zod';
import { driverFailures } from './replies.ts';

export class Reader<T extends z.ZodType> {
  readonly #schema: T;
  #last: { update: string; read: z.infer<T> } | null = null;

  constructor(schema: T) {
    this.#schema = schema;
  }

  /** For the validator. @throws ApplicationFailure `Malformed` with zod's issues */
  check(message: unknown): z.infer<T> {
    const read = received(this.#schema, message);
    const update = currentUpdateInfo()?.id;
    this.#last = update === undefined ? null : { update, read };
    return read;
  }

  /** For the handler. @throws ApplicationFailure `Malformed` with zod's issues */
  take(message: unknown): z.infer<T> {
    const last = this.#last;
    this.#last = null;
    return last?.update === currentUpdateInfo()?.id && last ? last.read : received(this.#schema, message);
  }
}

function received<T extends z.ZodType>(schema: T, message: unknown): z.infer<T> {
  const read = schema.safeParse(message);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ code, path, message: text }) => ({ code, path, message: text }));
  const type = driverFailures.malformed;
  throw ApplicationFailure.create({ type, message: 'malformed', nonRetryable: true, details: [issues] });
}
