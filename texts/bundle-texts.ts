// What of that which is decided on is otherwise than it was: one sentence a place.
import type { Text } from '../machines/definition/definition.ts';
import type { BundleChange } from '../machines/migration/bundle/bundle.ts';
import { dayText, type Names, yenText } from './names.ts';
import { factText } from './word-texts.ts';

const both = (ja: string, en: string): Text => ({ ja, en });

/** Of canonical JSON that the machine wrote. */
const fieldsOf = (json: string): Record<string, unknown> => {
  const read: unknown = JSON.parse(json);
  return typeof read === 'object' && read !== null ? { ...read } : {};
};

function placeText(place: string, json: string, names: Names): Text {
  const [kind = '', one = '', other = ''] = place.split('/');
  switch (kind) {
    case 'paper': {
      const { title, documentNo } = fieldsOf(json);
      return both(`文書「${title}」（${documentNo}）`, `the document "${title}" (${documentNo})`);
    }
    case 'fact': {
      const label = factText(one);
      return other === '' ? label : both(`${label.ja}（${other}年度）`, `${label.en} (FY${other})`);
    }
    case 'step':
      return both(`ステップ ${one}（${other}）`, `step ${one} (${other})`);
    case 'milestone':
      return both(`${names.system(one).ja}の節目`, `the milestone of ${names.system(one).en}`);
    case 'amount':
      return both('金額', 'the amount');
    default:
      return both('関門そのもの', 'the gate itself');
  }
}

/** A day or an amount in words; nothing of what has more to it. */
function valueText(place: string, json: string): Text | null {
  if (place === 'amount') {
    const { yen } = fieldsOf(json);
    return typeof yen === 'number' ? yenText(yen) : null;
  }
  const read: unknown = JSON.parse(json);
  return typeof read === 'string' ? dayText(read) : null;
}

export function bundleChangeText({ place, was, now }: BundleChange, names: Names): Text {
  const what = placeText(place, now ?? was ?? 'null', names);
  if (was === null) return both(`加わった：${what.ja}`, `added: ${what.en}`);
  if (now === null) return both(`なくなった：${what.ja}`, `gone: ${what.en}`);
  const [before, after] = [valueText(place, was), valueText(place, now)];
  return before && after
    ? both(
        `変わった：${what.ja}（${before.ja} → ${after.ja}）`,
        `changed: ${what.en} (${before.en} → ${after.en})`,
      )
    : both(`変わった：${what.ja}`, `changed: ${what.en}`);
}
