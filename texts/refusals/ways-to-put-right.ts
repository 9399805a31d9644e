// By which act of its own each kind of entry in a programme's own chain is put right, since none of them is corrected. One closed table.
import type { Text } from '../../machines/definition/definition.ts';
import type { ProgrammeFactType } from '../../machines/programme/acts.ts';

const nothing: Text = {
  ja: '改める手続きはありません。起きたことの記録として残ります。',
  en: 'There is nothing to put right: it stays as what happened.',
};
const amend: Text = {
  ja: '今の計画を直したフォルダか小さな改定を、新しい改定として提案してください（sekimori amend --propose）。適用済みの改定も、次の改定で元に戻せます。',
  en: 'Propose another amendment with what is right (sekimori amend --propose). One that was adopted is taken back by the next.',
};
const keys: Text = {
  ja: '鍵は新しい鍵に替えます（sekimori keys rotate）。前の鍵で署名した記録は、その時の鍵で検証できるまま残ります。',
  en: 'A key is replaced by another (sekimori keys rotate). What the one before signed stays proven by it.',
};

const meeting: Text = {
  ja: '閉じる前の会議なら、正しい内容で登録し直してください（後の登録が前に代わります）。閉じた会議の議決は、次の会議で決め直します。誤った記録も残ります。',
  en: 'While the meeting is open, record it again: the later record takes its place. What a closed meeting resolved is decided anew by another. The wrong one stays on record.',
};

const ways: Record<ProgrammeFactType, Text> = {
  'occurrence.recorded': {
    ja: '期限を数える出来事（名前のあるもの）は、登録した人とは別の人が訂正します（sekimori occurrence correct）。ほかの出来事は、正しい内容で改めて登録してください。誤った記録も残ります。',
    en: 'One that deadlines are counted from is corrected by another than who recorded it (sekimori occurrence correct). Any other is recorded again as it was. The wrong one stays on record.',
  },
  'occurrence.corrected': {
    ja: '出来事をもう一度訂正してください（sekimori occurrence correct）。前の訂正も残ります。',
    en: 'Correct the occurrence once more (sekimori occurrence correct). The correction before stays on record.',
  },
  'meetings.recorded': {
    ja: '正しい累計の回数を、その日までのものとして改めて登録してください。回数は、後の日の登録で置き換わります。',
    en: 'Record the right count up to that day or a later one: a later count takes its place.',
  },
  'vendor.registered': {
    ja: '正しい内容で、同じ番号の事業者を登録し直してください（sekimori vendor register）。',
    en: 'Register the vendor again under the same id with what is right (sekimori vendor register).',
  },
  'vendor.noticed': {
    ja: '正しい内容の通知を改めて登録し、誤った通知には「影響なし」と理由を添えて対応を登録してください（sekimori vendor answer）。',
    en: 'Record the right notice, and answer the wrong one with "noEffect" and the reason (sekimori vendor answer).',
  },
  'vendor.answered': {
    ja: '正しい対応を改めて登録してください（sekimori vendor answer）。後の対応が有効になります。',
    en: 'Record the right answer again (sekimori vendor answer): the later one holds.',
  },
  'busyTime.recorded': {
    ja: '正しい内容を同じ番号で登録し直すか、取り下げてください（sekimori busy record・withdraw）。',
    en: 'Record it again under the same id, or withdraw it (sekimori busy record, withdraw).',
  },
  'busyTime.withdrawn': {
    ja: 'その時期を改めて登録してください（sekimori busy record）。',
    en: 'Record that time again (sekimori busy record).',
  },
  'meeting.convened': meeting,
  'meeting.calledOff': meeting,
  'meeting.attended': meeting,
  'meeting.recused': meeting,
  'meeting.voted': meeting,
  'meeting.answered': meeting,
  'meeting.closed': meeting,
  'meeting.minuted': meeting,
  'clock.moved': {
    ja: '演習の時計は戻せません。時計を進める前の日の姿は「過去を見る」で見られます（sekimori as-of）。',
    en: "A rehearsal's clock does not go back. How things stood on a day before is seen as of that day (sekimori as-of).",
  },
  'account.changed': {
    ja: '氏名や停止・再開を、正しい内容で改めて登録してください（sekimori people disable・enable など）。',
    en: 'Change the account again to what is right (sekimori people disable, enable, ...).',
  },
  'post.given': {
    ja: 'その付与を終えて（sekimori people end）、正しい職・範囲・期間で与え直してください（sekimori people grant）。終えるまでに行われた操作は、その職で行われたものとして残ります。',
    en: 'End that grant (sekimori people end) and give the right post, scope and period (sekimori people grant). What was done until then stays done in that post.',
  },
  'post.ended': {
    ja: '同じ職を改めて与えてください（sekimori people grant）。終わっていた間は、その職にいなかったものとして残ります。',
    en: 'Give the post again (sekimori people grant). Between the two it was not held.',
  },
  'post.deputyAppointed': {
    ja: 'その代理を終えて（sekimori deputy end）、正しい内容で指定し直してください（sekimori deputy appoint）。',
    en: 'End that deputyship (sekimori deputy end) and appoint anew (sekimori deputy appoint).',
  },
  'post.deputyEnded': {
    ja: '代理を改めて指定してください（sekimori deputy appoint）。',
    en: 'Appoint the deputy again (sekimori deputy appoint).',
  },
  'post.transferred': {
    ja: '正しい異動の一覧をもう一度適用する（sekimori transfer）か、付与ごとに終え、与え直してください（sekimori people grant）。',
    en: 'Apply the right list (sekimori transfer), or end and give single grants (sekimori people grant).',
  },
  'powers.begun': {
    ja: '最初の職は、付与ごとに終え、与え直してください（sekimori people grant）。',
    en: 'End and give single grants (sekimori people grant).',
  },
  'powers.carriedOver': {
    ja: '引き継がれた職は、付与ごとに終え、与え直してください（sekimori people grant）。',
    en: 'End and give single grants (sekimori people grant).',
  },
  'amendment.proposed': {
    ja: '承認の前なら、提案した人が取り下げ（sekimori amendments withdraw）、正しい内容で提案し直してください。適用された後は、次の改定で改めます（sekimori amend --propose）。',
    en: 'Before it is approved, its proposer takes it back (sekimori amendments withdraw) and proposes what is right; once adopted, another amendment is the way (sekimori amend --propose).',
  },
  'amendment.approved': amend,
  'amendment.returned': {
    ja: '差し戻された改定は、もう一度提案できます（sekimori amend --propose）。',
    en: 'What was returned can be proposed again (sekimori amend --propose).',
  },
  'amendment.withdrawn': {
    ja: '取り下げた改定は、もう一度提案できます（sekimori amend --propose）。',
    en: 'What was taken back can be proposed again (sekimori amend --propose).',
  },
  'definition.adopted': amend,
  'report.issued': {
    ja: '発行した報告書は、そのまま残ります。直した記録をもとに、「報告書」で次の号を発行してください（sekimori report issue）。前の号との違いは、次の号に示されます。',
    en: 'A report that was issued stays as it was. Put the record right and issue the next on the Report page (sekimori report issue): it shows what has changed since.',
  },
  'decision.seen': nothing,
  'signingKey.pinned': keys,
  'signingKey.rotated': keys,
  'signingKey.handedOver': nothing,
  'signingKey.broken': nothing,
  'programme.takenUp': nothing,
};

export const wayToPutRight = (type: string): Text =>
  Object.hasOwn(ways, type) ? ways[type as ProgrammeFactType] : nothing;
