// What a system that goes on with others would begin with, in lines.
import type { AmendmentPreview } from '../../../server/contract/amendments.ts';
import type { Context } from '../../context.ts';
import { dayWord } from '../words.ts';

type Speaking = Pick<Context, 'say' | 'language'>;

export function heirLines(heir: AmendmentPreview['heirs'][number], { say, language }: Speaking): string[] {
  const { system, name, fromNames, refusals, businesses, parts, begins, deadlines, steps, papers, falls } =
    heir;
  const { hasFigures, isHeld } = heir;
  const where =
    begins === null
      ? say('自らの工程を続けます', 'goes on its own way')
      : say(
          `「${begins.label.ja}」から${isHeld ? '、中断のまま' : ''}始まります`,
          `begins in "${begins.label.en}"${isHeld ? ', on hold' : ''}`,
        );
  const carried = businesses.map((one) => (parts[one] === undefined ? one : `${one}（${parts[one]}）`));
  return [
    say(
      `  ${name.ja}（${system}）が ${fromNames.map(({ ja }) => ja).join('、')} を引き継ぎ、${where}`,
      `  ${name.en} (${system}) goes on with ${fromNames.map(({ en }) => en).join(', ')}: ${where}`,
    ),
    ...refusals.map(({ message }) => `    ✕ ${message[language]}`),
    say(`    業務: ${carried.join('、')}`, `    businesses: ${carried.join(', ')}`),
    say(
      `    受け継ぐもの: 完了・対象外のステップ ${steps}件、文書 ${papers}件${hasFigures ? '、選定と契約' : ''}`,
      `    takes ${steps} steps (done or not applicable), ${papers} documents${hasFigures ? ', the selection and the contract' : ''}`,
    ),
    ...deadlines.flatMap((one) => deadlineAheadLines(one, { say, language })),
    ...fallenLines(falls, { say }),
  ];
}

/** A deadline of a system that begins: its day, that of the one before it, and how it is counted. */
export function deadlineAheadLines(
  { label, dueOn, isPast, was, derivation }: AmendmentPreview['heirs'][number]['deadlines'][number],
  { say, language }: Speaking,
): string[] {
  const past = isPast ? say('（既に過ぎている）', ', gone by already') : '';
  const before = dayWord(was ?? dueOn, language);
  const goesOn =
    was === null
      ? say('新しい期限', 'new deadline')
      : was === dueOn
        ? say('引き継ぐ期限', 'deadline that goes on')
        : say(`日が変わる期限（元は ${before}）`, `deadline on another day (was ${before})`);
  const counted = derivation.map((one) => say(`${one.ja}。`, `${one.en}.`)).join(say('', ' '));
  return [
    `    ${goesOn}「${label[language]}」 ${dayWord(dueOn, language)}${past}`,
    ...(counted === '' ? [] : [say(`      数え方：${counted}`, `      counted: ${counted}`)]),
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
