// What each act on a deadline is called, and what its entry says happened.
import type { Text } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { dayText, type Names } from '../names.ts';
import { slipReasonText as because } from './words.ts';

type Said<T extends Fact['type']> = (fact: Extract<Fact, { type: T }>, names: Names) => Text;
type Point = Extract<Fact, { type: 'deadline.reached' }>['point'];

const counted = (point: string): number => Number(/\d+$/.exec(point)?.[0] ?? 0);

/** A rung of a ladder. */
function rungText(name: Text, point: string): Text {
  const count = counted(point);
  const [kind] = point.split('-');
  if (kind === 'before')
    return {
      ja: `期限「${name.ja}」の${count}開庁日前の通知`,
      en: `reminder of "${name.en}", ${count} open days before`,
    };
  if (kind === 'week')
    return {
      ja: `期限「${name.ja}」の${count}週後の督促`,
      en: `reminder of "${name.en}", ${count} weeks after`,
    };
  if (kind === 'raise')
    return {
      ja: `期限「${name.ja}」の超過を上げる通知（${count}開庁日後）`,
      en: `"${name.en}" raised, ${count} open days after`,
    };
  return kind === 'ask'
    ? {
        ja: `未定の期限「${name.ja}」の期日の問合せ（${count}回目）`,
        en: `day of "${name.en}" asked for (${count})`,
      }
    : { ja: `期限「${name.ja}」当日の通知`, en: `reminder of "${name.en}" on its day` };
}

function reachedText(name: Text, point: Point): Text {
  if (point === 'due') return { ja: `期限「${name.ja}」が到来`, en: `deadline "${name.en}" has come` };
  if (typeof point === 'string') return rungText(name, point);
  if (point === 0) return { ja: `期限「${name.ja}」当日の通知`, en: `reminder of "${name.en}" on its day` };
  const days = Math.abs(point);
  return point < 0
    ? { ja: `期限「${name.ja}」の${days}日前の通知`, en: `reminder of "${name.en}", ${days} days before` }
    : { ja: `期限「${name.ja}」の${days}日後の督促`, en: `reminder of "${name.en}", ${days} days after` };
}

const extended: Said<'deadline.extended'> = ({ deadline, dueOn, reason, cause }, names) => ({
  ja: `期限「${names.deadline(deadline).ja}」を${dayText(dueOn).ja}に延長${because(reason, cause).ja}`,
  en: `deadline "${names.deadline(deadline).en}" extended to ${dayText(dueOn).en}${because(reason, cause).en}`,
});

const asked: Said<'deadline.extensionAsked'> = ({ deadline, dueOn, reason, cause }, names) => ({
  ja: `期限「${names.deadline(deadline).ja}」の${dayText(dueOn).ja}への延長を申請${because(reason, cause).ja}`,
  en: `extension of "${names.deadline(deadline).en}" to ${dayText(dueOn).en} asked for${because(reason, cause).en}`,
});

const refused: Said<'deadline.extensionRefused'> = ({ deadline, reason }, names) => ({
  ja: `期限「${names.deadline(deadline).ja}」の延長を認めない${because(reason).ja}`,
  en: `extension of "${names.deadline(deadline).en}" refused${because(reason).en}`,
});

const withdrawn: Said<'deadline.extensionWithdrawn'> = ({ deadline, reason }, names) => ({
  ja: `期限「${names.deadline(deadline).ja}」の延長の申請を取下げ${because(reason).ja}`,
  en: `extension of "${names.deadline(deadline).en}" no longer asked for${because(reason).en}`,
});

const set: Said<'deadline.set'> = ({ deadline, dueOn, reason }, names) => ({
  ja: `未定だった期限「${names.deadline(deadline).ja}」を${dayText(dueOn).ja}と決定${because(reason).ja}`,
  en: `day of "${names.deadline(deadline).en}" set to ${dayText(dueOn).en}${because(reason).en}`,
});

const acknowledged: Said<'deadline.acknowledged'> = ({ deadline, doneBy, note }, names) => {
  const name = names.deadline(deadline);
  const ja = [note ?? '', doneBy ? `${dayText(doneBy).ja}までに行う` : ''].filter((part) => part !== '');
  const en = [note ?? '', doneBy ? `to be done by ${dayText(doneBy).en}` : ''].filter((part) => part !== '');
  return {
    ja: `期限「${name.ja}」を確認${ja.length > 0 ? `（${ja.join('、')}）` : ''}`,
    en: `deadline "${name.en}" acknowledged${en.length > 0 ? ` (${en.join('; ')})` : ''}`,
  };
};

const reached: Said<'deadline.reached'> = ({ deadline, point }, names) =>
  reachedText(names.deadline(deadline), point);

export const deadlineActTexts = {
  'deadline.extended': { label: { ja: '期限の延長', en: 'extend a deadline' }, said: extended },
  'deadline.extensionAsked': {
    label: { ja: '期限の延長の申請', en: 'ask for an extension' },
    said: asked,
  },
  'deadline.extensionRefused': {
    label: { ja: '延長の申請を認めない', en: 'refuse an extension' },
    said: refused,
  },
  'deadline.extensionWithdrawn': {
    label: { ja: '延長の申請の取下げ', en: 'withdraw the asking for an extension' },
    said: withdrawn,
  },
  'deadline.set': {
    label: { ja: '未定の期限の日の決定', en: 'set the day of an undecided deadline' },
    said: set,
  },
  'deadline.acknowledged': {
    label: { ja: '期限の確認', en: 'acknowledge a deadline' },
    said: acknowledged,
  },
  'deadline.reached': { label: { ja: '期限の到来', en: 'deadline reached' }, said: reached },
};
