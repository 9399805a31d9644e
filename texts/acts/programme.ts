// What a programme records of itself: people, posts, keys, its clock and its meetings.
import type { Text } from '../../machines/definition/definition.ts';
import type { AccountChange } from '../../machines/programme/people/acts.ts';
import { dayOf, timeOf } from '../../machines/values/date.ts';
import { dayText, fiscalYearText, type Names, termText } from '../names.ts';
import { type ActTexts, because } from './said.ts';

const accountChange: Record<AccountChange, Text> = {
  made: { ja: '作成', en: 'made' },
  renamed: { ja: '氏名の変更', en: 'given another name' },
  disabled: { ja: '停止', en: 'disabled' },
  enabled: { ja: '再開', en: 'enabled' },
  passwordReset: { ja: 'パスワード再発行', en: 'given a new password' },
  subjectTied: { ja: '認証基盤との結び付け', en: 'tied to a person of the identity provider' },
  subjectUntied: { ja: '認証基盤との結び付けの解除', en: 'untied from the identity provider' },
  secondFactorReset: { ja: '二段階認証の再設定', en: 'its second factor reset' },
};

const scope = (system: string | null, names: Names): Text =>
  system === null ? { ja: '全システム', en: 'every system' } : names.system(system);

export const programmeActs: ActTexts<
  | 'occurrence.recorded'
  | 'occurrence.corrected'
  | 'meetings.recorded'
  | 'account.changed'
  | 'post.given'
  | 'post.ended'
  | 'powers.begun'
  | 'powers.carriedOver'
  | 'clock.moved'
  | 'report.issued'
  | 'signingKey.pinned'
  | 'signingKey.rotated'
  | 'signingKey.handedOver'
  | 'programme.takenUp'
  | 'signingKey.broken'
> = {
  'occurrence.recorded': {
    label: { ja: '出来事の登録', en: 'record an event' },
    said: ({ title }) => title,
  },
  'occurrence.corrected': {
    label: { ja: '出来事の訂正', en: 'correct an event' },
    said: ({ id, on, reason }) => ({
      ja: `出来事「${id}」を${on === null ? 'なかったもの' : `${dayText(on).ja}のこと`}として訂正${because(reason).ja}`,
      en: `"${id}" put right: ${on === null ? 'it did not happen' : `it happened on ${dayText(on).en}`}${because(reason).en}`,
    }),
  },
  'meetings.recorded': {
    label: { ja: '会議開催回数の登録', en: 'record meetings' },
    said: ({ body, fiscalYear, count }, names) => ({
      ja: `${names.post(body).ja}: ${fiscalYearText(fiscalYear).ja}に${count}回開催`,
      en: `${names.post(body).en}: ${count} meetings in ${fiscalYearText(fiscalYear).en}`,
    }),
  },
  'account.changed': {
    label: { ja: 'アカウントの管理', en: 'manage an account' },
    said: ({ account, name, change }) => ({
      ja: `${name}さん（${account}）のアカウントを${accountChange[change].ja}`,
      en: `account ${account} (${name}) ${accountChange[change].en}`,
    }),
  },
  'post.given': {
    label: { ja: '職の付与', en: 'give a post' },
    said: ({ account, name, post, system, overAll, fromOn, untilOn }, names) => ({
      ja: `${name}さん（${account}）に${names.post(post).ja}の職を付与（${overAll ? '全団体' : scope(system, names).ja}、${termText(fromOn, untilOn).ja}）`,
      en: `${name} (${account}) given the post ${names.post(post).en} (${overAll ? 'every programme' : scope(system, names).en}, ${termText(fromOn, untilOn).en})`,
    }),
  },
  'post.ended': {
    label: { ja: '職の解除', en: 'relieve of a post' },
    said: ({ account, name, post, system, fromOn, lastOn }, names) => ({
      ja: `${name}さん（${account}）の${names.post(post).ja}の職を解除（${scope(system, names).ja}、${dayText(fromOn).ja}からの分${lastOn ? `、${dayText(lastOn).ja}まで` : ''}）`,
      en: `${name} (${account}) relieved of the post ${names.post(post).en} (${scope(system, names).en}, held from ${dayText(fromOn).en}${lastOn ? ` until ${dayText(lastOn).en}` : ''})`,
    }),
  },
  'powers.begun': {
    label: { ja: '初めの職の登録', en: 'begin the powers' },
    said: ({ people, grants }) => ({
      ja: `初めの人${people.length}人と職の付与${grants.length}件を登録`,
      en: `the first ${people.length} people and ${grants.length} grants are recorded`,
    }),
  },
  'powers.carriedOver': {
    label: { ja: '職の引継ぎ', en: 'carry the powers over' },
    said: ({ people, grants }) => ({
      ja: `記録にないまま表に置かれていた人${people.length}人と職の付与${grants.length}件を、記録に引き継ぐ`,
      en: `${people.length} people and ${grants.length} grants that stood in tables alone are carried over into the record`,
    }),
  },
  'clock.moved': {
    label: { ja: '演習時計を進める', en: 'move the clock' },
    said: ({ to }) => ({
      ja: `演習時計を${dayText(dayOf(to)).ja} ${timeOf(to)} に進める`,
      en: `rehearsal clock moved to ${dayText(dayOf(to)).en}, ${timeOf(to)}`,
    }),
  },
  'report.issued': {
    label: { ja: '報告書の発行', en: 'issue a report' },
    said: ({ number, dataOn, digest }) => ({
      ja: `報告書 第${number}号を発行（データ基準日 ${dayText(dataOn).ja}、SHA-256 ${digest}）`,
      en: `report no. ${number} issued (data as of ${dayText(dataOn).en}, SHA-256 ${digest})`,
    }),
  },
  'signingKey.pinned': {
    label: { ja: '署名鍵の登録', en: 'pin the signing key' },
    said: ({ publicKey }) => ({
      ja: `この団体の記録に署名する鍵を登録（公開鍵 ${publicKey}）`,
      en: `the key that signs for this programme is pinned (public key ${publicKey})`,
    }),
  },
  'signingKey.rotated': {
    label: { ja: '署名鍵の更新', en: 'rotate the signing key' },
    said: ({ publicKey }) => ({
      ja: `署名する鍵を更新（新しい公開鍵 ${publicKey}）`,
      en: `the signing key is replaced (new public key ${publicKey})`,
    }),
  },
  'signingKey.handedOver': {
    label: { ja: '別の設置への引渡し', en: 'hand over to another installation' },
    said: ({ publicKey }) => ({
      ja: `別の設置に引き渡す。以後はその鍵だけが署名する（公開鍵 ${publicKey}）`,
      en: `handed over to another installation, whose key alone signs from here on (public key ${publicKey})`,
    }),
  },
  'programme.takenUp': {
    label: { ja: '引継ぎ', en: 'take up' },
    said: () => ({
      ja: '引き渡された計画を、この設置で引き継ぐ',
      en: 'the programme that was handed over is taken up by this installation',
    }),
  },
  'signingKey.broken': {
    label: { ja: '署名鍵の断絶', en: 'break of the signing key' },
    said: ({ publicKey, reason }) => ({
      ja: `前の鍵の引渡しなしに、別の鍵で続ける（${reason}、公開鍵 ${publicKey}）`,
      en: `goes on with another key, to which the one before has not handed over (${reason}; public key ${publicKey})`,
    }),
  },
};
