// The sentences of what speaks against an act of a procurement before it is scored; scoring-texts.ts has the rest.
import type { Text } from '../../machines/definition/definition.ts';
import { dayText, listed } from '../names.ts';
import type { SentencesOf } from '../refusals/refusal-sentences.ts';
import { scoringSentences } from './scoring-texts.ts';
import { exactInstantText, formText, instantText, stageText } from './words.ts';

const kinds: Record<'question' | 'bidder' | 'evaluator' | 'criterion', Text> = {
  question: { ja: '質問', en: 'question' },
  bidder: { ja: '応募者', en: 'bidder' },
  evaluator: { ja: '評価者', en: 'evaluator' },
  criterion: { ja: '評価項目', en: 'criterion' },
};
const many: Record<'questions' | 'bidders' | 'evaluators', Text> = {
  questions: { ja: '質問', en: 'questions' },
  bidders: { ja: '応募者', en: 'bidders' },
  evaluators: { ja: '評価者', en: 'evaluators' },
};
const isForm = (form: string): form is keyof typeof formText => Object.hasOwn(formText, form);
const formOf = (form: string): Text => (isForm(form) ? formText[form] : { ja: form, en: form });

export const rfpSentences: SentencesOf<'rfp'> = {
  ...scoringSentences,
  'rfp.notOpen': () => ({
    ja: 'このシステムに、進行中の調達手続はありません（sekimori rfp open で始めます）。',
    en: 'This system has no procurement open (sekimori rfp open begins one).',
  }),
  'rfp.otherNumber': ({ rfp, current }) => ({
    ja: `第${rfp}回の調達手続ではなく、第${current}回です。`,
    en: `It is procurement ${current}, not ${rfp}.`,
  }),
  'rfp.alreadyOpen': ({ number, title }) => ({
    ja: `第${number}回の調達手続「${title}」が進行中です。終えるか取りやめてから始めてください。`,
    en: `Procurement ${number}, "${title}", is open. End it first.`,
  }),
  'rfp.otherPhase': ({ phase, phases }, names) => {
    const { ja, en } = listed(phases.map(names.phase), { ja: 'なし', en: 'none' });
    return {
      ja: `「${names.phase(phase).ja}」は調達の工程ではないため、始められません（調達の工程: ${ja}）。`,
      en: `"${names.phase(phase).en}" is no phase of a procurement (those are: ${en}).`,
    };
  },
  'rfp.stageMissing': ({ stage }) => ({
    ja: `${stageText[stage].ja}の日時がありません。`,
    en: `"${stageText[stage].en}" has no day and time.`,
  }),
  'rfp.stageOrder': ({ stage, at, after, afterAt }) => ({
    ja: `${stageText[stage].ja}（${instantText(at).ja}）が、${stageText[after].ja}（${instantText(afterAt).ja}）より前です。`,
    en: `"${stageText[stage].en}" (${instantText(at).en}) lies before "${stageText[after].en}" (${instantText(afterAt).en}).`,
  }),
  'rfp.stageClosed': ({ stage, at, closesAt }) =>
    closesAt === null
      ? {
          ja: `${stageText[stage].ja}（${instantText(at).ja}）が閉庁日です。開庁日にしてください。`,
          en: `"${stageText[stage].en}" (${instantText(at).en}) is a day on which the office is closed. Take an open day.`,
        }
      : {
          ja: `${stageText[stage].ja}（${instantText(at).ja}）は、その日の閉庁時刻（${closesAt}）より後です。`,
          en: `"${stageText[stage].en}" (${instantText(at).en}) is after the office closes that day (${closesAt}).`,
        },
  'rfp.stageHours': ({ stage, at, from, until, basis }) => ({
    ja: `${stageText[stage].ja}（${instantText(at).ja}）は、受付時間（${from}～${until}、${basis.ja}）の外です。受付時間内の時刻にしてください。`,
    en: `"${stageText[stage].en}" (${instantText(at).en}) is outside the hours in which papers are taken (${from}–${until}, ${basis.en}). Take an hour within them.`,
  }),
  'rfp.tooShort': ({ from, to, days, least, open, basis, urgentDays, urgent }) => {
    const unit = open ? { ja: '開庁日', en: 'open days' } : { ja: '日', en: 'days' };
    const need = urgent ? (urgentDays ?? least) : least;
    const way: Text =
      urgentDays === null
        ? { ja: '急ぐ場合の短縮は定められていません。', en: 'The rule knows no shorter period in urgency.' }
        : urgent
          ? { ja: '（急施の場合の日数）', en: '(in urgency)' }
          : {
              ja: `急を要する理由があれば${urgentDays}${unit.ja}まで短縮できます（urgency に理由を書く）。`,
              en: `With a reason of urgency (urgency) as few as ${urgentDays} ${unit.en} will do.`,
            };
    return {
      ja: `${stageText[from].ja}から${stageText[to].ja}まで${days}${unit.ja}しかありません。${need}${unit.ja}以上必要です（${basis.ja}）。${way.ja}`,
      en: `From "${stageText[from].en}" to "${stageText[to].en}" are only ${days} ${unit.en}; at least ${need} are needed (${basis.en}). ${way.en}`,
    };
  },
  'rfp.stageOver': ({ stage, at }) => ({
    ja: `${stageText[stage].ja}（${instantText(at).ja}）は過ぎたため、変更できません。`,
    en: `"${stageText[stage].en}" (${instantText(at).en}) is over: it is moved no more.`,
  }),
  'rfp.stageNotLater': ({ stage, at, now }) => ({
    ja: `${stageText[stage].ja}の新しい日時（${instantText(at).ja}）は、今（${instantText(now).ja}）より後にしてください。`,
    en: `"${stageText[stage].en}" can only be moved to what is still to come: ${instantText(at).en} is not, now being ${instantText(now).en}.`,
  }),
  'rfp.scoringMissing': ({ form }) => ({
    ja: `${formOf(form).ja}には評価項目と配点が必要です。`,
    en: `A ${formOf(form).en} needs criteria with points.`,
  }),
  'rfp.scoringUnneeded': () => ({
    ja: '情報提供依頼（RFI）では採点しません。評価項目を除いてください。',
    en: 'A request for information scores nobody. Leave the criteria out.',
  }),
  'rfp.ceilingMissing': () => ({
    ja: 'この価格点の計算式には、提案上限額が必要です。',
    en: 'This formula of price points needs a ceiling.',
  }),
  'rfp.roundsFlawed': ({ twice, few, leadsOn, beside }) => {
    const faults: Text[] = [
      ...(few
        ? [
            {
              ja: '審査が一つだけです（一つなら scoring に書きます）',
              en: 'there is but one (write it as scoring)',
            },
          ]
        : []),
      ...(twice.length > 0
        ? [
            {
              ja: `同じ名前の審査があります（${twice.join('、')}）`,
              en: `some have the same id (${twice.join(', ')})`,
            },
          ]
        : []),
      ...(leadsOn
        ? [
            {
              ja: '最後の審査に goOn か carryPercent があります',
              en: 'the last one has goOn or carryPercent',
            },
          ]
        : []),
      ...(beside ? [{ ja: 'scoring と rounds の両方があります', en: 'scoring stands beside them' }] : []),
    ];
    return {
      ja: `審査（rounds）に誤りがあります: ${faults.map(({ ja }) => ja).join('、')}。`,
      en: `The rounds are flawed: ${faults.map(({ en }) => en).join('; ')}.`,
    };
  },
  'rfp.criteriaFlawed': ({ twice, most, depth }) =>
    twice.length > 0
      ? {
          ja: `評価項目の記号が重複しています: ${twice.join('、')}。`,
          en: `Criteria share an id: ${twice.join(', ')}.`,
        }
      : {
          ja: `評価項目は${most}個、${depth}段までです。`,
          en: `There are at most ${most} criteria, ${depth} levels deep.`,
        },
  'rfp.limit': ({ what, most }) => ({
    ja: `${many[what].ja}は${most}までです。`,
    en: `There are at most ${most} ${many[what].en}.`,
  }),
  'rfp.unknown': ({ what, id, known }) => ({
    ja: `${kinds[what].ja}「${id}」はありません（あるのは: ${known.length > 0 ? known.join('、') : 'なし'}）。`,
    en: `There is no ${kinds[what].en} "${id}" (there are: ${known.length > 0 ? known.join(', ') : 'none'}).`,
  }),
  'rfp.twice': ({ what, id }) => ({
    ja: `${kinds[what].ja}「${id}」は既にあります。`,
    en: `${kinds[what].en} "${id}" is there already.`,
  }),
  'rfp.firmTwice': ({ name, there }) => ({
    ja: `${name}は、既に「${there}」として参加を表明しています。辞退を記録しなければ、二つ目は受け付けられません。`,
    en: `${name} has applied already, as "${there}". A second application is taken once the first is withdrawn.`,
  }),
  'rfp.nameInContract': ({ name, vendor }) => ({
    ja: `契約が「${vendor}」と結ばれたものとして登録されているため、「${name}」の名前はまだ訂正できません。先に契約の登録の相手方を、候補者と違う名である理由を添えて訂正してください。`,
    en: `A contract with "${vendor}" is on record, so the name "${name}" is not put right yet. Correct the vendor of the contract first, with why it is not called as the candidate is.`,
  }),
  'rfp.late': ({ what, until }) => {
    const word =
      what === 'question'
        ? { ja: '質問の受付', en: 'Questions' }
        : { ja: '参加表明の受付', en: 'Applications' };
    return {
      ja: `${word.ja}は${instantText(until).ja}で締め切りました。`,
      en: `${word.en} were taken until ${instantText(until).en}.`,
    };
  },
  'rfp.questionNumber': ({ number, next }) => ({
    ja: `次の質問の番号は${next}です（${number}ではありません）。`,
    en: `The next question is number ${next}, not ${number}.`,
  }),
  'rfp.answersOut': ({ on }) => ({
    ja: `回答は${dayText(on).ja}に公表済みです。公表は一度だけ、すべての者に同時に行います。`,
    en: `The answers were published on ${dayText(on).en}: once, and to all.`,
  }),
  'rfp.questionsStillCome': ({ until }) => ({
    ja: `質問の受付は${instantText(until).ja}までです。締め切ってから、まとめて公表してください。`,
    en: `Questions are taken until ${instantText(until).en}: publish the answers together after that.`,
  }),
  'rfp.unanswered': ({ numbers }) => ({
    ja: `回答のない質問があります（番号 ${numbers.join('、')}）。すべてに回答してから進めてください。`,
    en: `Questions ${numbers.join(', ')} are not answered yet. Answer all of them first.`,
  }),
  'rfp.answersNotOut': ({ count }) => ({
    ja: `質問${count}件への回答がまだ公表されていません（sekimori rfp publish）。公表してから提案書を受け付けてください。`,
    en: `The answers to ${count} questions are not published yet (sekimori rfp publish). Proposals are taken after that.`,
  }),
  'rfp.bidderWithdrew': ({ name, on }) => ({
    ja: `${name}は${dayText(on).ja}に辞退しました。`,
    en: `${name} withdrew on ${dayText(on).en}.`,
  }),
  'rfp.bidderNotAccepted': ({ name, accepted }) => ({
    ja: `${name}の参加資格は${accepted === null ? 'まだ確認されていません' : '認められていません'}。`,
    en: `${name} is ${accepted === null ? 'not accepted yet' : 'rejected'}.`,
  }),
  'rfp.bidderDecided': ({ name, accepted }) => ({
    ja: `${name}の参加資格は、既に${accepted ? '認められています' : '認められないと決まっています'}。`,
    en: `${name} is ${accepted ? 'accepted' : 'rejected'} already.`,
  }),
  'rfp.reasonMissing': ({ name }) => ({
    ja: `${name}の参加資格を認めない理由を書いてください。`,
    en: `Say why ${name} is rejected.`,
  }),
  'rfp.proposalThere': ({ name, receivedAt, late }) => ({
    ja: `${name}の提案書は${exactInstantText(receivedAt).ja}に${late ? '締切後の到着として記録済み' : '受領済み'}です。`,
    en: `The proposal of ${name} is recorded as ${late ? 'late' : 'received'} (${exactInstantText(receivedAt).en}).`,
  }),
  'rfp.proposalLate': ({ name, receivedAt, until }) => ({
    ja: `${name}の提案書は${exactInstantText(receivedAt).ja}に届き、締切（${exactInstantText(until).ja}）の後です。受け付けられません。届いたことは --late を付けて記録してください（採点には入りません）。`,
    en: `The proposal of ${name} came ${exactInstantText(receivedAt).en}, after the end (${exactInstantText(until).en}): it is not taken. Record that it came with --late; it never counts.`,
  }),
  'rfp.proposalNotLate': ({ name, receivedAt, until }) => ({
    ja: `${name}の提案書（${exactInstantText(receivedAt).ja}）は締切（${exactInstantText(until).ja}）に間に合っています。受領として記録してください。`,
    en: `The proposal of ${name} (${exactInstantText(receivedAt).en}) came in time (until ${exactInstantText(until).en}): receive it.`,
  }),
  'rfp.proposalNotThen': ({ receivedAt, from, until }) => ({
    ja: `届いた日時（${exactInstantText(receivedAt).ja}）は、公告（${instantText(from).ja}）から今（${instantText(until).ja}）までの間にしてください。`,
    en: `What came (${exactInstantText(receivedAt).en}) came between the announcement (${instantText(from).en}) and now (${instantText(until).en}).`,
  }),
};
