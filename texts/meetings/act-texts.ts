// What a meeting's acts are called and say, in the programme's record and where a migration takes what was resolved.
import type { ProvisoAsked } from '../../machines/decision/proviso.ts';
import type { Resolution } from '../../machines/decision/resolution.ts';
import type { Text } from '../../machines/definition/definition.ts';
import { type ActTexts, because } from '../acts/said.ts';
import { dayText, listed, type Names } from '../names.ts';
import { decidesText, formText, motionText, outcomeText, voiceText, votesText, whichText } from './words.ts';

const one = (meeting: number, did: Text): Text => ({
  ja: `会議${meeting}: ${did.ja}`,
  en: `meeting ${meeting}: ${did.en}`,
});

const accounts = (given: readonly string[]): Text =>
  listed(given.map((account) => ({ ja: account, en: account })));

/** `、条件1件（手順書を添える: DX推進担当部、令和6年1月31日まで）` */
export function conditionsText(conditions: readonly ProvisoAsked[], names: Pick<Names, 'post'>): Text {
  if (conditions.length === 0) return { ja: '', en: '' };
  const each = conditions.map(({ text, owner, dueOn }) => ({
    ja: `${text}: ${names.post(owner).ja}、${dayText(dueOn).ja}まで`,
    en: `${text}: ${names.post(owner).en}, by ${dayText(dueOn).en}`,
  }));
  return {
    ja: `、条件${each.length}件（${each.map(({ ja }) => ja).join('。')}）`,
    en: `, on ${each.length} ${each.length === 1 ? 'condition' : 'conditions'} (${each.map(({ en }) => en).join('; ')})`,
  };
}

/** `委員会…: 「RFP」の関門を承認（出席…）` */
export function resolvedText(said: Resolution, names: Names): Text {
  const [which, what, outcome, votes] = [
    whichText(said, names),
    decidesText(said.decides, names),
    outcomeText[said.outcome],
    votesText(said, names),
  ];
  const why = because(said.reason);
  const besides = conditionsText(said.conditions ?? [], names);
  return {
    ja: `${which.ja}: ${what.ja}は${outcome.ja}${why.ja}${besides.ja}。${votes.ja}。第${said.of.version}版について`,
    en: `${which.en}: ${what.en} ${outcome.en}${why.en}${besides.en}. ${votes.en}. On version ${said.of.version}`,
  };
}

export const meetingActTexts: ActTexts<
  | 'meeting.convened'
  | 'meeting.calledOff'
  | 'meeting.attended'
  | 'meeting.recused'
  | 'meeting.voted'
  | 'meeting.answered'
  | 'meeting.closed'
  | 'meeting.minuted'
  | 'gate.resolved'
  | 'goingBack.resolved'
  | 'cancellation.resolved'
  | 'waiver.resolved'
  | 'extension.resolved'
> = {
  'meeting.convened': {
    label: { ja: '会議の招集', en: 'convene a meeting' },
    said({ body, form, on, agenda }, names) {
      const [label, day] = [names.post(body), dayText(on)];
      return {
        ja: `${label.ja}を招集（${formText[form].ja}、${day.ja}${form === 'circulation' ? 'まで' : ''}、議案${agenda.length}件）`,
        en: `${label.en} convened (${formText[form].en}, ${form === 'circulation' ? 'until ' : ''}${day.en}, ${agenda.length} items)`,
      };
    },
  },
  'meeting.calledOff': {
    label: { ja: '会議の取りやめ', en: 'call a meeting off' },
    said: ({ meeting, reason }) =>
      one(meeting, { ja: `取りやめ${because(reason).ja}`, en: `called off${because(reason).en}` }),
  },
  'meeting.attended': {
    label: { ja: '出席の登録', en: 'record who is present' },
    said: ({ meeting, present, away = [] }) =>
      one(meeting, {
        ja: `出席 ${accounts(present).ja}${away.length > 0 ? `、欠席 ${accounts(away.map(({ account }) => account)).ja}` : ''}`,
        en: `present: ${accounts(present).en}${away.length > 0 ? `; away: ${accounts(away.map(({ account }) => account)).en}` : ''}`,
      }),
  },
  'meeting.recused': {
    label: { ja: '除斥の登録', en: 'recuse a member' },
    said: ({ meeting, item, account, reason }) =>
      one(meeting, {
        ja: `議案${item}から${account}を除斥${because(reason).ja}`,
        en: `${account} recused of item ${item}${because(reason).en}`,
      }),
  },
  'meeting.voted': {
    label: { ja: '採決の登録', en: 'record a vote' },
    said({ meeting, item, motion, votes, casting, reason }) {
      const number = (voice: 'for' | 'against' | 'abstain') =>
        votes.filter((vote) => vote.voice === voice).length;
      const tie = casting
        ? { ja: `、議長が${voiceText[casting].ja}と決定`, en: `; the chair decided ${casting}` }
        : { ja: '', en: '' };
      const why = because(reason);
      return one(meeting, {
        ja: `議案${item}を「${motionText[motion].ja}」として採決（賛成${number('for')}・反対${number('against')}・棄権${number('abstain')}${tie.ja}）${why.ja}`,
        en: `item ${item} put to the vote ${motionText[motion].en} (${number('for')} for, ${number('against')} against, ${number('abstain')} abstaining${tie.en})${why.en}`,
      });
    },
  },
  'meeting.answered': {
    label: { ja: '書面での回答', en: 'answer in writing' },
    said: ({ meeting, item, voice }) =>
      one(meeting, {
        ja: `議案${item}に書面で「${voiceText[voice].ja}」と回答`,
        en: `item ${item} answered in writing: ${voiceText[voice].en}`,
      }),
  },
  'meeting.closed': {
    label: { ja: '閉会', en: 'close a meeting' },
    said: ({ meeting }) => one(meeting, { ja: '閉会し、議決を確定', en: 'closed; its votes stand resolved' }),
  },
  'meeting.minuted': {
    label: { ja: '議事録の登録', en: 'record the minutes' },
    said: ({ meeting, minutes: { title, documentNo } }) =>
      one(meeting, {
        ja: `議事録「${title}」（${documentNo}）を登録`,
        en: `minutes "${title}" (${documentNo}) recorded`,
      }),
  },
  'gate.resolved': {
    label: { ja: '会議体の議決（関門）', en: 'resolution of a body at a gate' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
  'goingBack.resolved': {
    label: { ja: '会議体の議決（手戻り）', en: 'resolution of a body on going back' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
  'cancellation.resolved': {
    label: { ja: '会議体の議決（中止）', en: 'resolution of a body on cancelling' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
  'waiver.resolved': {
    label: { ja: '会議体の議決（待たずに進める）', en: 'resolution of a body to go on without a milestone' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
  'extension.resolved': {
    label: { ja: '会議体の議決（期限延長）', en: 'resolution of a body on an extension' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
};
