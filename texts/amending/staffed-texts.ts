// Who would hold the posts of systems that come by an amendment, in words.
import type { Text } from '../../machines/definition/definition.ts';
import type { Followed } from '../../machines/programme/amendment/posts/following.ts';
import type { AskedFor, Unheld } from '../../machines/programme/amendment/posts/staffed.ts';
import { actingText } from '../deputy-texts.ts';
import { dayText, listed, type Names, termText } from '../names.ts';

const inAnyPhase: Record<Exclude<AskedFor['as'], 'work' | 'gate'>, Text> = {
  plan: { ja: '予定の変更', en: 'changing the plan' },
  steps: { ja: '40ステップの登録', en: 'recording the 40 steps' },
  facts: { ja: '契約・文書などの登録', en: 'recording contracts and documents' },
  hold: { ja: '中断と再開', en: 'putting on hold' },
  goBack: { ja: '前の工程に戻す決定', en: 'going back' },
  cancel: { ja: '中止の決定', en: 'cancelling' },
  regime: { ja: '特定移行支援の登録', en: 'the special regime' },
};

function askedText(asked: AskedFor, names: Names): Text {
  if (!('phase' in asked)) return inAnyPhase[asked.as];
  const phase = names.phase(asked.phase);
  return asked.as === 'work'
    ? { ja: `工程「${phase.ja}」の担当`, en: `work in "${phase.en}"` }
    : { ja: `「${phase.ja}」の関門の承認`, en: `approval at the gate of "${phase.en}"` };
}

/** So many reasons are named, those of phases first. */
const NAMED = 4;

export function unheldText({ post, asked }: Unheld, system: Text, on: string, names: Names): Text {
  const [label, day] = [names.post(post), dayText(on)];
  const what = listed(asked.slice(0, NAMED).map((one) => askedText(one, names)));
  const more = asked.length > NAMED;
  return {
    ja: `${day.ja}から、「${system.ja}」の${label.ja}に誰も就いていません（要るところ：${what.ja}${more ? 'など' : ''}）。`,
    en: `From ${day.en} nobody is ${label.en} of "${system.en}" (asked for: ${what.en}${more ? ' and more' : ''}).`,
  };
}

/** @param name of whoever holds it */
export function followedText({ fromOn, untilOn, ...held }: Followed, name: string, names: Names): Text {
  const [as, term] = [actingText(held, names), termText(fromOn, untilOn)];
  return { ja: `${name}さん（${as.ja}、${term.ja}）`, en: `${name} (${as.en}, ${term.en})` };
}
