// What a system that goes on with others would begin with, in lines.
import type { AmendmentPreview } from '../../server/contract/amendments.ts';
import type { Context } from '../context.ts';
import { dayWord } from './words.ts';

type Speaking = Pick<Context, 'say' | 'language'>;

export function heirLines(heir: AmendmentPreview['heirs'][number], { say, language }: Speaking): string[] {
  const { system, name, from, refusals, businesses, begins, deadlines, steps, papers, falls } = heir;
  const { hasFigures, isHeld } = heir;
  const where =
    begins === null
      ? say('自らの工程を続けます', 'goes on its own way')
      : say(
          `「${begins.label.ja}」から${isHeld ? '、中断のまま' : ''}始まります`,
          `begins in "${begins.label.en}"${isHeld ? ', on hold' : ''}`,
        );
  const arises = (isPast: boolean) =>
    isPast ? say('生じる期限（既に過ぎている）', 'deadline, gone by already') : say('生じる期限', 'deadline');
  return [
    say(
      `  ${name.ja}（${system}）が ${from.join('、')} を引き継ぎ、${where}`,
      `  ${name.en} (${system}) goes on with ${from.join(', ')}: ${where}`,
    ),
    ...refusals.map(({ message }) => `    ✕ ${message[language]}`),
    say(`    業務: ${businesses.join('、')}`, `    businesses: ${businesses.join(', ')}`),
    say(
      `    受け継ぐもの: 完了・対象外のステップ ${steps}件、文書 ${papers}件${hasFigures ? '、選定と契約' : ''}`,
      `    takes ${steps} steps (done or not applicable), ${papers} documents${hasFigures ? ', the selection and the contract' : ''}`,
    ),
    ...deadlines.map(
      ({ label, dueOn, isPast }) => `    ${arises(isPast)}「${label[language]}」 ${dayWord(dueOn, language)}`,
    ),
    ...fallenLines(falls, { say }),
  ];
}

/** What does not go on, a line each; of a system that goes on itself, what is decided no more. */
export const fallenLines = (
  falls: AmendmentPreview['heirs'][number]['falls'],
  { say }: Pick<Speaking, 'say'>,
  goesOn = false,
): string[] =>
  falls.map(({ text }) =>
    goesOn
      ? say(`    なくなる審査・申出: ${text.ja}`, `    falls: ${text.en}`)
      : say(`    引き継がれないもの: ${text.ja}`, `    does not go on: ${text.en}`),
  );
