// In which form a document is asked for, and of which day.
import { option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import { contraryOptions } from '../../wrong-use.ts';

export const asOfOption = option(
  '--as-of <date>',
  'データ基準日（省略時は今日）',
  'the day of the data (default: today)',
);

/** @throws CommandFailure also for one that is no JSON, where stdout is to hold a JSON value */
export function formatFrom({ json }: Context, options: Options, formats: readonly string[]): string {
  const asked = options.text('format') ?? formats[0] ?? '';
  if (formats.includes(asked)) {
    const dropped = json && options.has('format') && asked !== 'json' && !options.has('out');
    if (dropped) throw contraryOptions([`--format ${asked}`, '--json']);
    return asked;
  }
  throw new CommandFailure('wrongUse', {
    ja: `--format には ${formats.join('、')} のいずれかを指定してください（「${asked}」）。`,
    en: `--format takes one of ${formats.join(', ')}, not "${asked}".`,
  });
}

/** Its bytes are nothing that a terminal shows or another command reads by lines. */
export const withoutOut = (): CommandFailure =>
  new CommandFailure('wrongUse', {
    ja: '--format xlsx には --out <file> が必要です。',
    en: '--format xlsx needs --out <file>.',
  });
