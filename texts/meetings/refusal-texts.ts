// Why something of a meeting, or of what it resolved, is not taken, and what helps.
import type { Text } from '../../machines/definition/definition.ts';
import type { ProgrammeRefusalFacts } from '../../machines/programme/refusal.ts';
import { dayText, listed } from '../names.ts';
import type { RefusalSentences, SentencesOf } from '../refusals/refusal-sentences.ts';
import { formText, numbers, statusText } from './words.ts';

const people = (accounts: readonly string[]): Text => listed(accounts.map((one) => ({ ja: one, en: one })));

/** What a body can do that has too few for an item. */
function helps({ deputies, circulation, recused }: ProgrammeRefusalFacts['meeting.noQuorum']): Text {
  const ways: Text[] = [
    { ja: '出席者を加えて出席を登録し直す', en: 'record the presence anew once more have come' },
    ...(deputies
      ? [
          {
            ja: '欠席・除斥される委員とは別の委員の代理を指定する（sekimori deputy appoint）',
            en: 'appoint a deputy for a member who is away (sekimori deputy appoint)',
          },
        ]
      : []),
    ...(circulation ? [{ ja: '書面開催にする', en: 'decide by circulation' }] : []),
    { ja: '次の会議の議案にする', en: 'put it on the agenda of another meeting' },
  ];
  const why: Text =
    recused > 0
      ? { ja: `除斥された${recused}名は出席に数えません。`, en: `The ${recused} recused do not count. ` }
      : { ja: '', en: '' };
  return {
    ja: `${why.ja}次のいずれかで進められます: ${ways.map(({ ja }) => ja).join('、')}。`,
    en: `${why.en}What helps: ${ways.map(({ en }) => en).join('; ')}.`,
  };
}

export const meetingSentences: SentencesOf<'meeting'> &
  Pick<RefusalSentences, 'limit.meetings' | 'body.meets'> = {
  'meeting.unknown': ({ meeting, open }) => ({
    ja: `会議${meeting}はありません（開催前・開催中: ${numbers(open).ja}）。`,
    en: `There is no meeting ${meeting} (open: ${numbers(open).en}).`,
  }),
  'meeting.notOpen': ({ meeting, status }) => ({
    ja: `会議${meeting}は既に「${statusText[status].ja}」です。改める場合は、次の会議で決め直してください。`,
    en: `Meeting ${meeting} is ${statusText[status].en} already. What is to be decided otherwise is decided by another meeting.`,
  }),
  'meeting.notClosed': ({ meeting, status }) => ({
    ja: `会議${meeting}は「${statusText[status].ja}」です。議決の反映は、閉会してから行います（sekimori meeting close）。`,
    en: `Meeting ${meeting} is ${statusText[status].en}: what it resolves is carried once it is closed (sekimori meeting close).`,
  }),
  'meeting.noRules': ({ body }, names) => ({
    ja: `${names.post(body).ja}には会議の決まり（議長・定足数など）がありません。計画の改定で bodies の meets に書いてください。それまでは一人ずつの承認で決めます。`,
    en: `${names.post(body).en} has no rules for meetings (chair, quorum). An amendment gives it some (meets, in bodies); until then its members decide one after the other.`,
  }),
  'meeting.noCirculation': ({ body }, names) => ({
    ja: `${names.post(body).ja}の決まりは、書面開催を認めていません。会議を招集してください。`,
    en: `The rules of ${names.post(body).en} know no circulation. Convene a meeting.`,
  }),
  'meeting.otherForm': ({ form }) =>
    form === 'circulation'
      ? {
          ja: 'これは書面開催です。出席と採決は登録せず、委員がそれぞれ回答します（sekimori meeting answer）。',
          en: 'This is a circulation: nobody records presence or votes; each member answers (sekimori meeting answer).',
        }
      : {
          ja: `これは${formText[form].ja}です。書面での回答は受け付けません。事務局が出席と採決を登録します。`,
          en: 'This is a meeting in person: presence and votes are recorded by its secretariat, nobody answers in writing.',
        },
  'meeting.itemTwice': ({ item }) => ({
    ja: `議案${item}は、同じ会議の前の議案と同じです。`,
    en: `Item ${item} is the same as one before it.`,
  }),
  'meeting.unknownItem': ({ item, items }) => ({
    ja: `議案${item}はありません（議案は${items}件です）。`,
    en: `There is no item ${item}: the agenda has ${items}.`,
  }),
  'meeting.notLookedAt': ({ items }) => ({
    ja: `議案${numbers(items).ja}は、まだ審査・申出の中にありません。書面開催は、回答する人が見るものが定まってから招集します。`,
    en: `Items ${numbers(items).en} are not under decision yet. A circulation is convened once there is something to look at.`,
  }),
  'meeting.nobodySeated': ({ body, on }, names) => ({
    ja: `${dayText(on).ja}に${names.post(body).ja}の席にある人がいません。先に職を与えてください（sekimori people grant）。`,
    en: `Nobody has a seat in ${names.post(body).en} on ${dayText(on).en}. Give the post first (sekimori people grant).`,
  }),
  'meeting.ahead': ({ on, today }) => ({
    ja: `会議は${dayText(on).ja}です（本日 ${dayText(today).ja}）。その日になってから登録してください。`,
    en: `The meeting is on ${dayText(on).en} (today is ${dayText(today).en}). Record it once it has met.`,
  }),
  'meeting.over': ({ on }) => ({
    ja: `回答は${dayText(on).ja}まででした。過ぎています。`,
    en: `Answers were due by ${dayText(on).en}, which is over.`,
  }),
  'meeting.notSeated': ({ accounts, body, on }, names) => ({
    ja: `${people(accounts).ja}は、${dayText(on).ja}に${names.post(body).ja}の席にありません（代理は、決まりが代理出席を認めるときだけ）。`,
    en: `${people(accounts).en}: no seat in ${names.post(body).en} on ${dayText(on).en} (a deputy has one only where its rules take deputies).`,
  }),
  'meeting.sameSeat': ({ accounts }) => ({
    ja: `${people(accounts).ja}が二重です。一つの席は、本人か代理のどちらか一人です。`,
    en: `${people(accounts).en}: twice. A seat is taken once, by its holder or by a deputy.`,
  }),
  'meeting.nobodyPresides': () => ({
    ja: '議長も副議長もいません（または除斥されています）。出席者が選んだ人を指定して（コマンドでは --presides）、出席を登録し直してください。',
    en: 'Neither the chair nor the deputy chair is there (or both are recused). Record the presence with whom the members chose (--presides).',
  }),
  'meeting.noPresence': () => ({
    ja: '先に出席を登録してください（sekimori meeting present）。',
    en: 'Record who is present first (sekimori meeting present).',
  }),
  'meeting.notPresent': ({ accounts }) => ({
    ja: `${people(accounts).ja}は出席していません。`,
    en: `${people(accounts).en}: not present.`,
  }),
  'meeting.notOwn': ({ accounts }) => ({
    ja: `${people(accounts).ja}の除斥は、本人か事務局が登録します。`,
    en: `${people(accounts).en}: a recusal is recorded by the member or by the secretariat.`,
  }),
  'meeting.isRecused': ({ accounts }) => ({
    ja: `${people(accounts).ja}はこの議案から除斥されています。`,
    en: `${people(accounts).en}: recused of this item.`,
  }),
  'meeting.voicesMissing': ({ accounts }) => ({
    ja: `${people(accounts).ja}の賛否がありません。棄権も登録してください。`,
    en: `${people(accounts).en}: no voice is recorded. Whoever abstains is recorded so.`,
  }),
  'meeting.chairVotes': ({ accounts }) => ({
    ja: `議長（${people(accounts).ja}）は採決に加わりません。可否同数のときだけ、その決定を登録します（コマンドでは --casting）。`,
    en: `The chair (${people(accounts).en}) does not vote; a tie is decided by them (--casting).`,
  }),
  'meeting.noQuorum': (facts) => ({
    ja: `出席は${facts.present}名で、定足数${facts.quorum}名に足りません。${helps(facts).ja}`,
    en: `${facts.present} present, and the quorum is ${facts.quorum}. ${helps(facts).en}`,
  }),
  'meeting.tied': ({ chair }) => ({
    ja: `可否同数です。議長（${chair}）の決定を登録してください（コマンドでは --casting）。`,
    en: `A tie: record what the chair (${chair}) decided (--casting).`,
  }),
  'meeting.notTied': () => ({
    ja: '可否同数ではありません。議長の決定（コマンドでは --casting）は、可否同数のときだけです。',
    en: 'There is no tie: a casting vote (--casting) decides nothing here.',
  }),
  'meeting.reasonMissing': ({ items }) => ({
    ja: `議案${numbers(items).ja}には理由が要ります（承認しないとき、待たずに進めるとき、同点の順位・一者での続行・取りやめを決めるとき）。理由を登録してください（コマンドでは --reason）。`,
    en: `Item ${numbers(items).en} asks for a reason: why it is not approved, why it is gone on without, or why a tie is decided so, a single bidder goes on or a procurement ends (--reason).`,
  }),
  'meeting.conditions': ({ item, form }) =>
    form === 'circulation'
      ? {
          ja: `議案${item}に条件は付けられません。条件は、関門を承認する議案にだけ付けられます。`,
          en: `Item ${item} takes no conditions: they stand with the approval of a gate alone.`,
        }
      : {
          ja: `議案${item}に条件は付けられません。条件は、関門を「承認する」採決（または書面開催の議案）に付けます（sekimori meeting vote … --condition）。`,
          en: `Item ${item} takes no conditions here: they stand with a vote to approve a gate (sekimori meeting vote … --condition), or with an item of a circulation.`,
        },
  'meeting.conditionOwner'({ item, owner, known }, names) {
    const { ja, en } = listed(
      known.map((id) => ({ ja: `${names.post(id).ja} ${id}`, en: `${names.post(id).en}: ${id}` })),
    );
    return {
      ja: `議案${item}の条件の担当「${owner}」という職・会議体はありません。次から選んでください：${ja}`,
      en: `No post or body "${owner}" could see to the condition of item ${item}. Choose one of: ${en}`,
    };
  },
  'meeting.conditionPast': ({ item, dueOn, today }) => ({
    ja: `議案${item}の条件の期日（${dayText(dueOn).ja}）はもう過ぎています。本日（${dayText(today).ja}）以後の日にしてください。`,
    en: `The day of item ${item}'s condition (${dayText(dueOn).en}) is over already: give today (${dayText(today).en}) or a later day.`,
  }),
  'meeting.noDeputies': ({ body }, names) => ({
    ja: `${names.post(body).ja}の決まりは、代理を認めていません。委員本人が回答してください。`,
    en: `The rules of ${names.post(body).en} take no deputies: the member answers.`,
  }),
  'meeting.answeredAlready': ({ accounts }) => ({
    ja: `この席は既に回答しています（${people(accounts).ja}）。`,
    en: `This seat has answered (${people(accounts).en}).`,
  }),
  'meeting.answersOut': ({ items, accounts, until }) => ({
    ja: `議案${numbers(items).ja}は、まだ決まっていません。回答していない人: ${people(accounts).ja}（${dayText(until).ja}まで）。回答を待つか、期日の後に閉じてください。`,
    en: `Item ${numbers(items).en} is still open. Still out: ${people(accounts).en} (until ${dayText(until).en}). Wait for them, or close it after that day.`,
  }),
  'meeting.minutesMissing': () => ({
    ja: 'この会議体は議事録を求めています。先に議事録を登録してください（sekimori meeting minutes）。',
    en: 'This body asks for minutes: record them first (sekimori meeting minutes).',
  }),
  'meeting.minutedAlready': ({ documentNo }) => ({
    ja: `議事録（${documentNo}）は既に登録され、会議は閉じています。`,
    en: `The minutes (${documentNo}) are recorded, and the meeting is closed.`,
  }),
  'limit.meetings': ({ most }) => ({
    ja: `同時に開いておける会議は${most}件までです。終わった会議を閉じてください。`,
    en: `At most ${most} meetings are open at once. Close those that are over.`,
  }),
  'body.meets': ({ body, who }, names) => ({
    ja: `${names.post(body).ja}は会議で決めます。委員ひとりの承認・差戻しでは決まりません。会議を招集するのは${listed(who.map(names.post)).ja}です（sekimori meeting convene）。`,
    en: `${names.post(body).en} decides in meetings, not by one member's voice. ${listed(who.map(names.post)).en} convenes one (sekimori meeting convene).`,
  }),
  'meeting.notAsked': ({ body, asked }, names) => ({
    ja: `ここで決めるのは${listed(asked.map(names.post)).ja}です。${names.post(body).ja}の議決では決まりません。`,
    en: `This is decided by ${listed(asked.map(names.post)).en}, not by ${names.post(body).en}.`,
  }),
  'meeting.otherItem': () => ({
    ja: 'この議決は、別のことについてのものです。',
    en: 'What was resolved is about something else.',
  }),
  'meeting.itemTaken': ({ meeting, item }) => ({
    ja: `会議${meeting}の議案${item}は、既に反映されています。`,
    en: `Item ${item} of meeting ${meeting} has been taken already.`,
  }),
  'meeting.otherBundle': ({ meeting, item, version }) => ({
    ja: `会議${meeting}の議案${item}が見たもの（第${version}版）は、その後に引き上げ・修正・取消しがあり、今審査されているものと違います。次の会議で決め直してください。`,
    en: `What item ${item} of meeting ${meeting} looked at (version ${version}) was withdrawn or changed since. Another meeting decides on what is under decision now.`,
  }),
  'meeting.mustRecuse': ({ accounts }) => ({
    ja: `${people(accounts).ja}は、この移行で起案・申出をしたか、利害関係があると申し出た人です。採決に加われません（除斥）。除斥して採決し直すか、次の会議で決め直してください。`,
    en: `${people(accounts).en}: drafted or proposed in this migration, or declared an interest, and must be recused. Vote again without them, or decide in another meeting.`,
  }),
  'meeting.neverResolved': () => ({
    ja: '計画の記録に、そのような議決はありません。',
    en: "The programme's record has no such resolution.",
  }),
};
