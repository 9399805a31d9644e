// Structured logs, one JSON object a line, and the same for what Temporal says. No secret gets in: addresses lose their
// passwords, and fields that could hold one are blanked.
import type { Logger as TemporalLogger } from '@temporalio/worker';
import { type LevelWithSilent, type Logger, pino, stdSerializers } from 'pino';

const secretFields = ['password', 'token', 'secret', 'authorization', 'cookie', 'databaseUrl', 'url', 'key'];

/** `postgres://user:password@host` anywhere in a text. */
const withPassword = /\b([a-z][a-z0-9+.-]*:\/\/)([^\s/@]+)@/gi;

const withoutPasswords = (text: string): string => text.replace(withPassword, '$1***@');

export function createLog(
  name: string,
  level: LevelWithSilent = 'info',
  destination: { write: (line: string) => void } = process.stdout,
): Logger {
  const guarded = { write: (line: string) => void destination.write(withoutPasswords(line)) };
  const options = {
    name,
    level,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '***' },
    serializers: { error: stdSerializers.err },
  };
  return pino(options, guarded);
}

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** What the SDK, its native core and workflows log, into the same stream. */
export function temporalLog(log: Logger): TemporalLogger {
  const write: TemporalLogger['log'] = (level, message, meta) => log[levels[level]](meta ?? {}, message);
  return {
    log: write,
    trace: (message, meta) => write('TRACE', message, meta),
    debug: (message, meta) => write('DEBUG', message, meta),
    info: (message, meta) => write('INFO', message, meta),
    warn: (message, meta) => write('WARN', message, meta),
    error: (message, meta) => write('ERROR', message, meta),
  };
}
