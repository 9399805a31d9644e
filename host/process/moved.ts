// A data folder whose database lives elsewhere now says so: whoever started on it again would carry the record on twice.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivate } from './private-file.ts';
import { StartFailure } from './start-failure.ts';

const movedSchema = z.object({ to: z.string(), on: z.iso.datetime() });

const fileIn = (dataFolder: string) => join(dataFolder, 'moved.json');

/** @param to host and database, without a password */
export function markMoved(dataFolder: string, to: string): void {
  const moved = { to, on: new Date().toISOString() };
  writePrivate(fileIn(dataFolder), `${JSON.stringify(moved, null, 2)}\n`);
}

/** @throws StartFailure naming where to */
export function requireNotMoved(dataFolder: string): void {
  const file = fileIn(dataFolder);
  if (!existsSync(file)) return;
  const { to, on } = movedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  throw new StartFailure({ code: 'database.moved', folder: dataFolder, to, on, file });
}
