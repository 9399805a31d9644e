// The passwords of the embedded database: made once, kept in the data folder for its owner's eyes only.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivate } from '../private-file.ts';
import { StartFailure } from '../start-failure.ts';

const secretsSchema = z.object({
  postgresAdmin: z.string().min(20),
  postgresOwner: z.string().min(20),
  postgresApp: z.string().min(20),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** The folder's secrets; makes them on the first start. A database without its secrets is refused, not given new ones. */
export function secretsOf(dataFolder: string, databaseFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (existsSync(file)) return readSecrets(file);
  if (existsSync(databaseFolder)) throw new StartFailure({ code: 'secrets.lost', folder: dataFolder, file });
  const secrets = newSecrets();
  writeSecrets(file, secrets);
  return secrets;
}

const newSecrets = (): Secrets => ({
  postgresAdmin: password(),
  postgresOwner: password(),
  postgresApp: password(),
});
const writeSecrets = (file: string, secrets: Secrets): void =>
  writePrivate(file, `${JSON.stringify(secrets, null, 2)}\n`);

/** Those that are to replace the folder's: beside them until the database has taken them. Made where none are there. */
export function nextSecrets(dataFolder: string): Secrets {
  const next = join(dataFolder, NEXT_SECRETS);
  if (existsSync(next)) return readSecrets(next);
  const secrets = newSecrets();
  writeSecrets(next, secrets);
  return secrets;
}

export const nextSecretsTakePlace = (dataFolder: string): void =>
  renameSync(join(dataFolder, NEXT_SECRETS), join(dataFolder, 'secrets.json'));

export const NEXT_SECRETS = 'secrets.json.next';

const password = () => randomBytes(24).toString('base64url');

function readSecrets(file: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFailure({ code: 'secrets.unreadable', file, why });
  }
}
