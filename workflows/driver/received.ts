// Reads a message by its schema, or refuses it as malformed.
import { ApplicationFailure } from '@temporalio/workflow';
import type { z } from 'zod';
import { failureTypes } from '../messages.ts';

/** @throws ApplicationFailure `Malformed` with zod's issues */
export function received<T extends z.ZodType>(schema: T, message: unknown): z.infer<T> {
  const read = schema.safeParse(message);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ code, path, message: text }) => ({ code, path, message: text }));
  const type = failureTypes.malformed;
  throw ApplicationFailure.create({ type, message: 'malformed', nonRetryable: true, details: [issues] });
}
