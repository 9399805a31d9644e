// Numbers that begin at one, written as counts are everywhere: an amendment's, people of a body.
import { readCount } from '../machines/values/score.ts';
import { CommandFailure } from './failure.ts';
import type { Options } from './options.ts';
import type { Text } from './print/speech.ts';

/** @param what of which number is asked. @throws CommandFailure */
export function fromOne(written: string, options: Options, what: Text): number {
  const number = options.read(readCount, written);
  if (number > 0) return number;
  throw new CommandFailure('wrongUse', {
    ja: `${what.ja}は 1 からの整数です（「${written}」）。`,
    en: `${what.en} is a whole number from 1, not "${written}".`,
  });
}
