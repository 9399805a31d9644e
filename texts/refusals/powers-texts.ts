// The sentences of refusals about people's posts.

import { dayText, listed } from '../names.ts';
import type { SentencesOf } from './refusal-sentences.ts';

export const powersSentences: SentencesOf<'powers' | 'grant'> = {
  'powers.begunAlready': () => ({
    ja: '人と職は既にこの団体の記録に載っています。変更は職の付与・解除で行います。',
    en: 'People and posts stand in this programme’s record already. They change by giving posts and ending them.',
  }),
  'grant.unknownPost': ({ post, known }, names) => ({
    ja: `「${post}」という職は、この計画にはありません（${listed(known.map(names.post)).ja}）。`,
    en: `This programme has no post "${post}" (${listed(known.map(names.post)).en}).`,
  }),
  'grant.unknownSystem': ({ system, known }, names) => ({
    ja: `「${system}」というシステムは、この計画にはありません（${listed(known.map(names.system)).ja}）。`,
    en: `This programme has no system "${system}" (${listed(known.map(names.system)).en}).`,
  }),
  'grant.reversed': ({ fromOn, untilOn }) => ({
    ja: `職の終わり（${dayText(untilOn).ja}）が、始まり（${dayText(fromOn).ja}）より前です。`,
    en: `The post ends (${dayText(untilOn).en}) before it begins (${dayText(fromOn).en}).`,
  }),
  'grant.longer': ({ untilOn }) => ({
    ja: `${dayText(untilOn).ja}に終わるものです。それより後の日は終わりになりません。`,
    en: `It ends on ${dayText(untilOn).en} anyway; no later day ends it.`,
  }),
  'grant.unknown': ({ account, post }, names) => ({
    ja: `${account} は、いま${names.post(post).ja}の職のその付与を受けていません。一覧を確かめて選び直してください。`,
    en: `${account} does not hold that grant of the post ${names.post(post).en} now. Look at the list and choose again.`,
  }),
};
