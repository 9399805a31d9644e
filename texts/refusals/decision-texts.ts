// Why somebody does not decide: another post does by the table (専決), an interest (除斥), a duty that stands against it; and why an
// approval's condition is not as it should be.
import type { Text } from '../../machines/definition/definition.ts';
import type { RefusalFacts } from '../../machines/record/refusal.ts';
import { dutyText } from '../duty-words.ts';
import { dayText, listed, type Names, yenText } from '../names.ts';
import type { RefusalSentences } from './refusal-sentences.ts';

type Codes =
  | Extract<keyof RefusalFacts, `${'authority' | 'recusal' | 'duty' | 'proviso'}.${string}`>
  | 'gate.otherBundle'
  | 'gate.recused'
  | 'gate.outOfReach';

const posts = (ids: readonly string[], names: Names): Text => listed(ids.map(names.post));

const amountFrom: Record<RefusalFacts['authority.otherDecides']['from'], Text> = {
  contract: { ja: '契約の総額', en: "the contract's total" },
  estimate: { ja: '見積額', en: 'the estimate' },
  budget: { ja: '予算額', en: 'the budget' },
};

const upTo = (limitYen: number | null): Text =>
  limitYen === null
    ? { ja: '上限なし', en: 'any amount' }
    : { ja: `${yenText(limitYen).ja}まで`, en: `up to ${yenText(limitYen).en}` };

export const decisionSentences: Pick<RefusalSentences, Codes> = {
  'gate.otherBundle': () => ({
    ja: 'ご覧になった決裁の対象（文書・契約・予算・ステップなど）と、今の対象が違います。今の対象と、前回から変わったところを確かめてから、やり直してください（sekimori explain）。',
    en: 'What you saw (papers, contract, budget, steps) is not what there is to decide on now. Look at what it is now and what has changed, then repeat (sekimori explain).',
  }),
  'authority.otherDecides': ({ matter, post, limitYen, decides, yen, from }, names) => ({
    ja: `「${matter.ja}」は${amountFrom[from].ja}が${yenText(yen).ja}のため、${names.post(decides).ja}が決めます（${names.post(post).ja}の専決は${upTo(limitYen).ja}）。${names.post(decides).ja}に決裁を求めてください。`,
    en: `"${matter.en}" comes to ${yenText(yen).en} (${amountFrom[from].en}): ${names.post(decides).en} decides it (${names.post(post).en} decides ${upTo(limitYen).en}). Ask ${names.post(decides).en}.`,
  }),
  'authority.amountUnknown': ({ matter, who }, names) => ({
    ja: `「${matter.ja}」の金額（契約・見積・予算）が記録にないため、誰の専決か決まりません。${posts(who, names).ja}が先に登録してください。`,
    en: `The record says no amount of "${matter.en}" (contract, estimate or budget), so that nobody knows who decides it. ${posts(who, names).en} can record it first.`,
  }),
  'gate.recused': ({ body, on, reason, left }, names) => ({
    ja: `${dayText(on).ja}に除斥を申し出ているため（理由: ${reason}）、この関門の決定に加われません。${left > 0 ? `${names.post(body).ja}のほかの方（${left}名）が決めます。` : `${names.post(body).ja}に残る方がいないため、管理者が職務代理か後任を置いてください（sekimori deputy appoint）。`}`,
    en: `A recusal was declared on ${dayText(on).en} (${reason}): no part is taken in this gate. ${left > 0 ? `The other ${left} of ${names.post(body).en} decide.` : `Nobody is left of ${names.post(body).en}: an administrator appoints a deputy (職務代理) or another holder (sekimori deputy appoint).`}`,
  }),
  'gate.outOfReach': ({ body, quorum, members, recused, plans }, names) => ({
    ja: `${names.post(body).ja}は${members}名のうち${recused.join('、')}さんが除斥のため、必要な${quorum}名に足りません。管理者が職務代理か後任を置くか（sekimori deputy appoint、sekimori people grant）、${posts(plans, names).ja}が計画の改定で定足数を見直してください。`,
    en: `${recused.join(', ')} of the ${members} of ${names.post(body).en} take no part: the ${quorum} needed cannot be reached. An administrator appoints a deputy or another holder (sekimori deputy appoint, sekimori people grant), or ${posts(plans, names).en} propose another quorum by an amendment.`,
  }),
  'recusal.already': ({ body, on }, names) => ({
    ja: `${names.post(body).ja}としての除斥は、${dayText(on).ja}に申し出ています。誤りであれば訂正してください（sekimori correct）。`,
    en: `The recusal as ${names.post(body).en} was declared on ${dayText(on).en}. If it was wrong, put it right (sekimori correct).`,
  }),
  'recusal.notOwn': () => ({
    ja: '除斥は本人が申し出ます。代決としては申し出られません。',
    en: 'A recusal is declared by who has the interest: not in the name of another.',
  }),
  'duty.separated': ({ account, duty, other }) => ({
    ja: `${account} はこの移行で「${dutyText(other).ja}」に当たったため、「${dutyText(duty).ja}」は行えません（職務の分離）。別の方が行ってください。`,
    en: `${account} has been ${dutyText(other).en} in this migration and cannot be ${dutyText(duty).en} too (separation of duties). Another person must.`,
  }),
  'proviso.unknownOwner'({ owner, known }, names) {
    const { ja, en } = listed(
      known.map((id) => ({ ja: `${names.post(id).ja} ${id}`, en: `${names.post(id).en}: ${id}` })),
    );
    return {
      ja: `条件の担当「${owner}」という職・会議体はありません。次から選んでください：${ja}`,
      en: `There is no post or body "${owner}" to see to the condition. Choose one of ${en}.`,
    };
  },
  'proviso.past': ({ dueOn, today }) => ({
    ja: `条件の期日（${dayText(dueOn).ja}）はもう過ぎています。本日（${dayText(today).ja}）以後の日にしてください。`,
    en: `The condition's day (${dayText(dueOn).en}) is over already: give today (${dayText(today).en}) or a later day.`,
  }),
  'proviso.undisclosed': ({ owner, who }, names) => ({
    ja: `${names.post(owner).ja}には、選定が決まるまでこの工程の文書が見えません。条件の担当は、見える職（${posts(who, names).ja}）から選んでください。`,
    en: `${names.post(owner).en} is not shown this phase before the selection is decided. Ask a post that is: ${posts(who, names).en}.`,
  }),
  'proviso.unknown': ({ proviso, open }) => ({
    ja: `承認の条件「${proviso}」はありません（満たされていない条件: ${open.join('、') || 'なし'}）。`,
    en: `No approval has a condition "${proviso}" (those not met: ${open.join(', ') || 'none'}).`,
  }),
  'proviso.already': ({ proviso, on }) => ({
    ja: `承認の条件「${proviso}」は${dayText(on).ja}に満たされています。`,
    en: `The condition "${proviso}" was met on ${dayText(on).en}.`,
  }),
  'proviso.own': ({ proviso }) => ({
    ja: `承認の条件「${proviso}」を付けた本人は、満たしたことを記録できません。担当の別の方が記録してください。`,
    en: `Whoever asked for the condition "${proviso}" does not record that it is met: another person of its post must.`,
  }),
  'proviso.notLapsed': ({ proviso, dueOn }) => ({
    ja: `承認の条件「${proviso}」の期日（${dayText(dueOn).ja}）は、満たされないまま過ぎてはいません。`,
    en: `The day of the condition "${proviso}" (${dayText(dueOn).en}) is not over with it unmet.`,
  }),
  'proviso.unmet': ({ proviso, text, owner, dueOn, body, by }, names) => ({
    ja: `${names.post(body).ja}（${by}さん）の承認の条件「${text}」（${proviso}）が期日（${dayText(dueOn).ja}）を過ぎても満たされていないため、関門は閉じています。${names.post(owner).ja}が証拠を添えて「承認の条件の充足」を行ってください（sekimori condition met）。`,
    en: `The condition "${text}" (${proviso}) of the approval by ${names.post(body).en} (${by}) is unmet past its day (${dayText(dueOn).en}) and shuts the gate. ${names.post(owner).en} can record that it is met, with evidence (sekimori condition met).`,
  }),
};
