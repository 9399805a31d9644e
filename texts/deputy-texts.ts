// Words of deputies: in whose stead somebody acts, what their acts say happened, and why one may not be.
import type { Text } from '../machines/definition/definition.ts';
import type { DeputyAppointed, DeputyEnded } from '../machines/programme/deputies/acts.ts';
import type { Deputy, DeputyKind } from '../machines/record/deputy.ts';
import { dayText, listed, type Names } from './names.ts';
import type { SentencesOf } from './refusals/refusal-sentences.ts';

export const deputyKindText: Record<DeputyKind, Text> = {
  acting: { ja: '職務代理', en: 'acting for the office' },
  forAbsent: { ja: '代決', en: 'deciding for the absent holder' },
};

/** The post in which somebody acts, or acted: `情報政策課長代理として（代決）`. */
export function actingText(
  { post, deputy }: { post: string; deputy?: Pick<Deputy, 'kind'> | undefined },
  names: Names,
): Text {
  const label = names.post(post);
  if (!deputy) return label;
  const kind = deputyKindText[deputy.kind];
  return { ja: `${label.ja}代理として（${kind.ja}）`, en: `deputy of ${label.en} (${kind.en})` };
}

const scopeText = (systems: readonly string[] | null, names: Names): Text =>
  systems === null ? { ja: '全システム', en: 'every system' } : listed(systems.map(names.system));

export const deputyActTexts = {
  'post.deputyAppointed': {
    label: { ja: '代理の指定', en: 'appoint a deputy' },
    said(fact: DeputyAppointed, names: Names): Text {
      const { account, name, post, systems, fromOn, untilOn, kind, holder, seenBy, reason } = fact;
      const [label, word, where] = [names.post(post), deputyKindText[kind], scopeText(systems, names)];
      const [from, until] = [dayText(fromOn), dayText(untilOn)];
      const of =
        holder === undefined
          ? { ja: '欠員', en: 'vacant' }
          : { ja: `${holder}に代わる`, en: `for ${holder}` };
      const seen = seenBy === undefined ? null : dayText(seenBy);
      return {
        ja: `${name}さん（${account}）を${label.ja}の代理に指定（${word.ja}、${of.ja}、${where.ja}、${from.ja}〜${until.ja}${seen ? `、後閲は${seen.ja}まで` : ''}、理由: ${reason}）`,
        en: `${name} (${account}) appointed deputy of ${label.en} (${word.en}, ${of.en}, ${where.en}, ${from.en} – ${until.en}${seen ? `, to be seen by ${seen.en}` : ''}; reason: ${reason})`,
      };
    },
  },
  'post.deputyEnded': {
    label: { ja: '代理の終了', en: 'end a deputyship' },
    said({ account, name, post, lastOn, reason }: DeputyEnded, names: Names): Text {
      const [label, last] = [names.post(post), lastOn === undefined ? null : dayText(lastOn)];
      return {
        ja: `${name}さん（${account}）の${label.ja}の代理を終了（${last ? `${last.ja}まで` : '直ちに'}、理由: ${reason}）`,
        en: `${name} (${account}) no longer deputy of ${label.en} (${last ? `until ${last.en}` : 'at once'}; reason: ${reason})`,
      };
    },
  },
};

export const deputySentences: SentencesOf<'deputy'> = {
  'deputy.self': ({ account }) => ({
    ja: `${account} を、本人の代理にはできません。`,
    en: `${account} cannot be their own deputy.`,
  }),
  'deputy.needsHolder': () => ({
    ja: '代決は、不在の決裁者の名で行います。誰に代わるかを指定してください（欠員のときは職務代理です）。',
    en: 'Whoever decides for an absent holder does so in a name: say whose. While the post is vacant, somebody acts for the office.',
  }),
  'deputy.seenBy': ({ fromOn }) => ({
    ja: `後閲の期限は、代決のときだけ、代理の始まる日（${dayText(fromOn).ja}）以後の日で指定します。`,
    en: `A day by which it is to be seen afterwards is for deciding for an absent holder, and not before ${dayText(fromOn).en}.`,
  }),
  'deputy.unknown': ({ account }) => ({
    ja: `${account} は、この計画の記録にない人です。先に職を与えてください。`,
    en: `The record of this programme knows no ${account}. Give them a post first.`,
  }),
  'deputy.holdsAlready': ({ account, post }, names) => ({
    ja: `${account} はその間、${names.post(post).ja}の職に自らあるか、既に代理です。`,
    en: `${account} is ${names.post(post).en} by themselves in that time, or its deputy already.`,
  }),
  'deputy.ownPost': ({ account, on }) => ({
    ja: `${account} には${dayText(on).ja}に自分の職がありません。代理の代理は置けず、代理は自分の職がある日までです。`,
    en: `${account} holds no post of their own on ${dayText(on).en}. A deputy has no deputy, and a deputyship ends with one's own post.`,
  }),
  'deputy.notHeld': ({ account, post, on }, names) => ({
    ja: `${account} は${dayText(on).ja}に${names.post(post).ja}の職にありません（代理としての職は数えません）。`,
    en: `${account} does not hold the post ${names.post(post).en} on ${dayText(on).en}; a deputyship does not count.`,
  }),
  'deputy.rests': ({ account, post, on }, names) => ({
    ja: `${account} の${names.post(post).ja}の代理が、${dayText(on).ja}から拠り所を失います。先にその代理を終えてください（sekimori deputy end）。`,
    en: `The deputyship of ${account} for ${names.post(post).en} would rest on nothing from ${dayText(on).en}. End it first (sekimori deputy end).`,
  }),
};
