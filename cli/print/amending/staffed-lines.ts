// Who would hold the posts of a system that comes by an amendment, in lines.
import type { AmendmentPreview } from '../../../server/contract/amendments.ts';
import type { Context } from '../../context.ts';

type Speaking = Pick<Context, 'say' | 'language'>;

export function staffedLines(
  { name, posts, followed, unheld, foreseen }: AmendmentPreview['people'][number],
  { say, language }: Speaking,
): string[] {
  const lines = [
    ...(posts === 'stay'
      ? [say('    元のシステムの職は引き継ぎません', '    no post of the old one goes on to it')]
      : []),
    ...followed.map(({ text }) => say(`    引き継ぐ職: ${text.ja}`, `    goes on: ${text.en}`)),
    ...[...unheld, ...foreseen].map(({ message }) => `    ！ ${message[language]}`),
  ];
  return lines.length === 0
    ? []
    : [say(`  「${name.ja}」の職に就く人：`, `  Who holds the posts of "${name.en}":`), ...lines];
}
