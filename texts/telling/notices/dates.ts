// The days that an act moves and the deadlines that it takes away, as a notice says them.
import type { Text } from '../../../machines/definition/definition.ts';
import type { MovedDate } from '../../../machines/record/effect.ts';
import { dayText, listed } from '../../names.ts';

/** The due days that changed, each with the one before. */
export function datesText(moved: readonly MovedDate[]): Text {
  if (moved.length === 0) return { ja: '期日の変わる期限はありません。', en: 'No due day changes.' };
  const day = (on: string | null): Text => (on ? dayText(on) : { ja: '未定', en: 'not set' });
  const { ja, en } = listed(
    moved.map(({ deadline, was, dueOn, hours }) =>
      hours
        ? {
            ja: `「${deadline.ja}」${day(dueOn).ja} ${hours.was}→${hours.now}`,
            en: `"${deadline.en}" ${day(dueOn).en} ${hours.was} → ${hours.now}`,
          }
        : {
            ja: `「${deadline.ja}」${day(was).ja}→${day(dueOn).ja}`,
            en: `"${deadline.en}" ${day(was).en} → ${day(dueOn).en}`,
          },
    ),
  );
  return { ja: `変わった期日: ${ja}`, en: `Due days that changed: ${en}` };
}

export function fallenText(deadlines: readonly Text[]): Text {
  if (deadlines.length === 0) return { ja: 'なくなる期限はありません。', en: 'No deadline falls.' };
  const { ja, en } = listed(deadlines.map((one) => ({ ja: `「${one.ja}」`, en: `"${one.en}"` })));
  return { ja: `なくなる期限: ${ja}`, en: `Deadlines that fall: ${en}` };
}
