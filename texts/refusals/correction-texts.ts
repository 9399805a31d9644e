// The sentences of refusals about putting an entry right.
import type { Text } from '../../machines/definition/definition.ts';
import type { RefusalFacts } from '../../machines/record/refusal.ts';
import { actText } from '../acts/act-texts.ts';
import { dayText, listed } from '../names.ts';
import type { SentencesOf } from './refusal-sentences.ts';
import { wayInSystem } from './ways-in-a-system.ts';
import { wayOutOf } from './ways-out-of-rests.ts';

const nth = (entry: number): Text => ({ ja: `第${entry}件`, en: `entry ${entry}` });

/** What rests on it, each kind with its name. */
function restText({
  gates,
  conditions,
  facts,
  deadlines,
  beyond,
}: RefusalFacts['correction.restedOn']): Text {
  const kinds: [Text, readonly Text[]][] = [
    [{ ja: '通過した関門', en: 'passed gates' }, gates],
    [{ ja: 'その条件', en: 'their conditions' }, conditions],
    [{ ja: '記録', en: 'facts' }, facts.map(actText)],
    [{ ja: '達成済みの期限', en: 'deadlines met by it' }, deadlines],
    [
      {
        ja: '専決できる金額を超えることになる関門',
        en: 'gates decided by a post that may not decide that amount',
      },
      beyond,
    ],
  ];
  const found = kinds.filter(([, items]) => items.length > 0);
  return {
    ja: found.map(([kind, items]) => `${kind.ja}: ${listed(items).ja}`).join('、'),
    en: found.map(([kind, items]) => `${kind.en}: ${listed(items).en}`).join('; '),
  };
}

export const correctionSentences: SentencesOf<'correction'> = {
  'correction.notCorrectable': ({ type, can }) => {
    const [way, kinds] = [wayInSystem(type), listed(can.map(actText))];
    return {
      ja: `「${actText(type).ja}」の記録は訂正・取消しの対象ではありません。${way.ja}訂正できるのは、次の記録です: ${kinds.ja}。`,
      en: `An entry of "${actText(type).en}" is neither corrected nor voided. ${way.en} What can be put right: ${kinds.en}.`,
    };
  },
  'correction.neverStood': ({ entry }) => ({
    ja: `${nth(entry).ja}には、訂正前の内容とされたものは記録されていません。記録を確かめてください。`,
    en: `What is said to stand in ${nth(entry).en} does not stand there. Look at the record.`,
  }),
  'correction.standsNot': ({ entry, type }) => ({
    ja: `${nth(entry).ja}（${actText(type).ja}）の内容は、その後の記録で置き換わったか取り消されたため、今は残っていません。いま有効な記録を訂正してください。`,
    en: `What ${nth(entry).en} (${actText(type).en}) wrote was replaced or laid down since. Correct the entry that stands now.`,
  }),
  'correction.otherKind': ({ type, should }) => ({
    ja: `「${actText(type).ja}」の記録を「${actText(should).ja}」に変えることはできません。取り消してから、改めて記録してください。`,
    en: `An entry of "${actText(type).en}" does not become "${actText(should).en}". Void it, then record the other.`,
  }),
  'correction.nothingNew': ({ entry }) => ({
    ja: `${nth(entry).ja}の内容は、訂正後とされたものと同じです。`,
    en: `What should have stood in ${nth(entry).en} is what stands there.`,
  }),
  'correction.alreadyOpen': ({ entry, by }) => ({
    ja: `${nth(entry).ja}の訂正は、${by}さんが既に申し出ています。その決定か取下げを待ってください。`,
    en: `${by} has already proposed to put ${nth(entry).en} right. Wait for the decision, or for the withdrawal.`,
  }),
  'correction.notOpen': ({ entry }) => ({
    ja: `${nth(entry).ja}について、申し出られている訂正はありません。`,
    en: `Nobody proposes to put ${nth(entry).en} right.`,
  }),
  'correction.inherited': ({ type, heirs }) => {
    const act = actText(type);
    return {
      ja: `「${act.ja}」の内容は、分割・統合により ${heirs.join('、')} が引き継いでいます。元の記録は訂正できません。引き継いだシステムで、正しい内容を改めて記録してください。`,
      en: `What "${act.en}" recorded has gone over to ${heirs.join(', ')}, as the system was split or merged. It is not put right here: record there what is right.`,
    };
  },
  'correction.voided': ({ entry, by }) => ({
    ja: `${nth(entry).ja}は、${nth(by).ja}で取り消されています。`,
    en: `${nth(entry).en} was voided by ${nth(by).en}.`,
  }),
  'correction.ownEntry': () => ({
    ja: '訂正される記録を行った方は、その訂正を決定できません。別の方が行ってください。',
    en: 'Whoever made the entry may not decide on putting it right. Another person must.',
  }),
  'correction.restedOn': (facts) => {
    const [{ ja, en }, way] = [restText(facts), wayOutOf(facts)];
    return facts.voids
      ? {
          ja: `この記録を拠り所とするものがあるため、取り消せません（${ja}）。${way.ja}`,
          en: `It cannot be voided, for something rests on it (${en}). ${way.en}`,
        }
      : {
          ja: `訂正すると、拠り所を失うものがあります（${ja}）。${way.ja}`,
          en: `The correction would take away what something rests on (${en}). ${way.en}`,
        };
  },
  'correction.otherDecision': ({ type }) => ({
    ja: `「${actText(type).ja}」の訂正で改められるのは、日付・行った人・言葉・文書の件名と番号です。工程、会議体、文書そのもの、ステップは改められません。引上げ・差戻し・手戻りで改めてください。`,
    en: `Of "${actText(type).en}", the day, the person, the words and what its papers are called are put right; not its phase, body, documents or steps. Withdrawing, returning or going back is the way.`,
  }),
  'correction.afterNext': ({ occurredOn, next, on }) => ({
    ja: `その後に「${actText(next).ja}」（${dayText(on).ja}）が行われているため、それより後の日（${dayText(occurredOn).ja}）には訂正できません。`,
    en: `"${actText(next).en}" followed it on ${dayText(on).en}, so it cannot have been on ${dayText(occurredOn).en}.`,
  }),
  'correction.movedByIt': ({ type }) => ({
    ja: `「${actText(type).ja}」により工程が動いているため、取り消せません。改めて審査を依頼してください。`,
    en: `The path moved by "${actText(type).en}", so it is not voided. Submit the phase again.`,
  }),
  'correction.approverSupplied': ({ gates }) => ({
    ja: `訂正後に記録を行ったとされる方は、それを拠り所とし得る関門を承認しています（${listed(gates).ja}）。先に手戻りで改めてください。`,
    en: `Who is said to have done it has approved gates that may rest on it (${listed(gates).en}). Go back first.`,
  }),
  'correction.underReview': ({ gate, what }) => ({
    ja: `審査中の関門「${gate.ja}」が拠り所としています（${listed(what).ja}）。先に審査の依頼を引き上げるか、差し戻してください。`,
    en: `The gate "${gate.en}" under review rests on it (${listed(what).en}). Withdraw or return the submission first.`,
  }),
  'correction.unknownPerson': ({ account, near }) => ({
    ja: `「${account}」という人は、この計画にいません。${near.length > 0 ? `近いのは ${near.map((one) => `${one.account}（${one.name}）`).join('、')} です。` : ''}実際に行った人のアカウントを確かめてください。`,
    en: `The programme knows nobody as "${account}"${near.length > 0 ? `: near is ${near.map((one) => `${one.account} (${one.name})`).join(', ')}` : ''}. Look up the account of who really did it.`,
  }),
  'correction.otherName': ({ account, name, known }) => ({
    ja: `${account} の氏名は「${known}」で、「${name}」ではありません。アカウントと氏名を確かめてください。`,
    en: `${account} is called "${known}", not "${name}". Look up account and name.`,
  }),
  'correction.postNotHeldThen': ({ account, post, occurredOn }, names) => ({
    ja: `${account} は、${dayText(occurredOn).ja}に「${names.post(post).ja}」ではありません。人か職か日付を改めてください。`,
    en: `${account} did not hold the post "${names.post(post).en}" on ${dayText(occurredOn).en}. Name another person, post or day.`,
  }),
};
