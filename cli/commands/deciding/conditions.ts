// A condition of an approval as it is written: of one voice, or of a body.
import { readDay } from '../../../machines/values/read-day.ts';
import { CommandFailure } from '../../failure.ts';
import { type Options, wordFrom } from '../../options.ts';

const reopensWords = {
  nextGate: { ja: '次の関門', en: 'next' },
  approval: { ja: '承認', en: 'approval' },
} as const;

/** `内容|担当|期日`, and what is open again where it is not met. @throws CommandFailure where a part is missing */
export function conditionFrom(written: string, options: Options) {
  const [text = '', owner = '', due = '', reopens] = written.split(/[|｜]/u).map((part) => part.trim());
  if (text === '' || owner === '' || due === '') throw unlikeCondition(written);
  return {
    text,
    owner,
    dueOn: options.read((day) => readDay(day, { within: 'planned' }), due, 'condition'),
    ...(reopens === undefined ? {} : { reopens: wordFrom(reopens, reopensWords, '--condition') }),
  };
}

const unlikeCondition = (written: string): CommandFailure =>
  new CommandFailure('wrongUse', {
    ja: `--condition は「内容|担当の職|期日」の形で書いてください（「${written}」）。例：'手順書を添える|dx-office|R6.1.31'`,
    en: `--condition is written "what|post|day", not "${written}": for instance 'add the manual|dx-office|2024-01-31'`,
  });
