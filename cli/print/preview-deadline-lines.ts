// What an amendment would do to the deadlines of a migration, in lines: the day before and after, why, and how the new one is counted.
import type { AdoptionPreviewView } from '../../server/contract/amendments.ts';
import type { Context } from '../context.ts';
import { dayWord } from './words.ts';

type Speaking = Pick<Context, 'say' | 'language'>;
type Previewed = AdoptionPreviewView['deadlines'][number];

export function previewDeadlineLines(deadline: Previewed, today: string, speaking: Speaking): string[] {
  const { say, language } = speaking;
  const { label, change, dueOn, whyText } = deadline;
  const labels = {
    moved: say('期限', 'deadline'),
    new: say('新しい期限', 'new deadline'),
    gone: say('なくなる期限', 'gone'),
  };
  const gone = dueOn !== null && dueOn < today ? say('。既に過ぎた日です', '; a day gone by') : '';
  return [
    `    ${labels[change]}「${label[language]}」 ${daysWord(deadline, speaking)}（${whyText[language]}${gone}）`,
    ...countedLines(deadline, speaking),
  ];
}

function daysWord({ change, was, dueOn, hours }: Previewed, { say, language }: Speaking): string {
  const day = (on: string | null) => (on === null ? say('未定', 'not set') : dayWord(on, language));
  if (hours) return `${day(dueOn)} ${hours.was} → ${hours.now}`;
  return { moved: `${day(was)} → ${day(dueOn)}`, new: day(dueOn), gone: day(was) }[change];
}

/** One line, so that systems whose dates are counted alike are still told together. */
function countedLines({ derivation }: Previewed, { say }: Speaking): string[] {
  if (derivation.length === 0) return [];
  const ja = derivation.map((part) => `${part.ja}。`).join('');
  const en = derivation.map((part) => `${part.en}.`).join(' ');
  return [say(`      数え方：${ja}`, `      counted: ${en}`)];
}
