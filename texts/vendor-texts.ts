// What is said of vendors: their acts, the refusals of these, and what collides among planned switch-overs.
import type { Text } from '../machines/definition/definition.ts';
import type { Collision } from '../machines/programme/vendors/collisions.ts';
import type { NoticeAnswer, VendorNoticeKind } from '../machines/programme/vendors/shape.ts';
import type { ActTexts } from './acts/said.ts';
import { because } from './acts/said.ts';
import { dayText, listed, type Names } from './names.ts';
import type { RefusalSentences, SentencesOf } from './refusals/refusal-sentences.ts';

export const vendorNoticeText: Record<VendorNoticeKind, Text> = {
  withdrawal: { ja: '撤退', en: 'withdrawal' },
  delay: { ja: '遅延', en: 'delay' },
  capacity: { ja: '要員のひっ迫', en: 'shortage of staff' },
  other: { ja: 'その他', en: 'other' },
};

export const noticeAnswerText: Record<NoticeAnswer, Text> = {
  replanned: { ja: '計画を改めた', en: 'planned anew' },
  specialTransition: { ja: '特定移行支援を申し出る', en: 'applies for special transition' },
  otherVendor: { ja: '別の事業者による', en: 'another vendor' },
  noEffect: { ja: '影響なし', en: 'no effect' },
  other: { ja: 'その他', en: 'other' },
};

const untilText = (until: string | null): Text =>
  until === null ? { ja: '時期は未定', en: 'no date given' } : dayText(until);

const named = (systems: readonly { system: string }[], names: Names): Text =>
  listed(
    systems.map(({ system }) => names.system(system)),
    { ja: 'なし', en: 'none' },
  );

export const vendorActTexts: ActTexts<
  'vendor.registered' | 'vendor.noticed' | 'vendor.answered' | 'busyTime.recorded' | 'busyTime.withdrawn'
> = {
  'vendor.registered': {
    label: { ja: '事業者の登録', en: 'register a vendor' },
    said: ({ name, serves }, names) => ({
      ja: `事業者「${name}」を登録（担当: ${named(serves, names).ja}）`,
      en: `vendor ${name} registered (serves: ${named(serves, names).en})`,
    }),
  },
  'vendor.noticed': {
    label: { ja: '事業者の通知の登録', en: "record a vendor's notice" },
    said: ({ vendor, kind, systems, until, evidence }, names) => ({
      ja: `事業者 ${vendor} の通知（${vendorNoticeText[kind].ja}、${untilText(until).ja}）を登録: ${named(systems, names).ja}（${evidence.title}、${evidence.documentNo}）`,
      en: `notice of vendor ${vendor} (${vendorNoticeText[kind].en}, ${untilText(until).en}): ${named(systems, names).en} (${evidence.title}, ${evidence.documentNo})`,
    }),
  },
  'vendor.answered': {
    label: { ja: '事業者の通知への対応の登録', en: "record what is done about a vendor's notice" },
    said: ({ notice, system, answer, reason }, names) => ({
      ja: `通知（第${notice}件）への「${names.system(system).ja}」の対応: ${noticeAnswerText[answer].ja}${because(reason).ja}`,
      en: `${names.system(system).en}, about notice ${notice}: ${noticeAnswerText[answer].en}${because(reason).en}`,
    }),
  },
  'busyTime.recorded': {
    label: { ja: '切替を避ける時期の登録', en: 'record a time to avoid' },
    said: ({ label, fromOn, untilOn }) => ({
      ja: `切替を避ける時期「${label.ja}」（${dayText(fromOn).ja}〜${dayText(untilOn).ja}）を登録`,
      en: `"${label.en}" (${dayText(fromOn).en} – ${dayText(untilOn).en}) is a time to avoid`,
    }),
  },
  'busyTime.withdrawn': {
    label: { ja: '切替を避ける時期の取下げ', en: 'withdraw a time to avoid' },
    said: ({ id, reason }) => ({
      ja: `切替を避ける時期 ${id} を取下げ${because(reason).ja}`,
      en: `${id} is no time to avoid${because(reason).en}`,
    }),
  },
};

const ids = (known: readonly string[]): Text =>
  listed(
    known.map((one) => ({ ja: one, en: one })),
    { ja: 'まだありません', en: 'none yet' },
  );

const limited: Record<'vendors' | 'notices' | 'busyTimes', Text> = {
  vendors: { ja: '事業者', en: 'vendors' },
  notices: { ja: '事業者の通知', en: "vendors' notices" },
  busyTimes: { ja: '切替を避ける時期', en: 'times to avoid' },
};

export const vendorSentences: SentencesOf<'vendor' | 'busyTime'> & Pick<RefusalSentences, 'limit.vendors'> = {
  'vendor.unknown': ({ vendor, known }) => ({
    ja: `事業者「${vendor}」は登録されていません（登録済み: ${ids(known).ja}）。先に登録してください（sekimori vendor register）。`,
    en: `There is no vendor "${vendor}" (registered: ${ids(known).en}). Register it first (sekimori vendor register).`,
  }),
  'vendor.sameFirm': ({ name, vendor }) => ({
    ja: `「${name}」は、既に ${vendor} として登録されています。その番号で登録し直してください。`,
    en: `${name} is already registered as ${vendor}. Register it again under that id.`,
  }),
  'vendor.servesTwice': ({ system }, names) => ({
    ja: `「${names.system(system).ja}」が二度挙げられています。`,
    en: `${names.system(system).en} is listed twice.`,
  }),
  'vendor.letterAhead': ({ title, decidedOn, today }) => ({
    ja: `通知の文書「${title}」の日付（${dayText(decidedOn).ja}）が、本日（${dayText(today).ja}）より後です。`,
    en: `The letter "${title}" is dated ${dayText(decidedOn).en}, after today (${dayText(today).en}).`,
  }),
  'vendor.untilPast': ({ until, on }) => ({
    ja: `事業者の示した時期（${dayText(until).ja}）が、通知の日（${dayText(on).ja}）より前です。`,
    en: `The vendor's day (${dayText(until).en}) lies before its notice (${dayText(on).en}).`,
  }),
  'vendor.unknownNotice': ({ notice, known }) => ({
    ja: `第${notice}件は事業者の通知ではありません（通知: ${ids(known.map((seq) => `第${seq}件`)).ja}）。通知の一覧を確かめてください（sekimori vendor list）。`,
    en: `Entry ${notice} is no vendor's notice (notices: ${ids(known.map(String)).en}). See the list of notices (sekimori vendor list).`,
  }),
  'vendor.notTouched': ({ system, touched }, names) => ({
    ja: `その通知は「${names.system(system).ja}」に及びません（及ぶもの: ${listed(touched.map(names.system)).ja}）。`,
    en: `That notice does not touch ${names.system(system).en} (it touches ${listed(touched.map(names.system)).en}).`,
  }),
  'vendor.answerBefore': ({ occurredOn, on }) => ({
    ja: `対応の日（${dayText(occurredOn).ja}）が、通知の日（${dayText(on).ja}）より前です。`,
    en: `The answer (${dayText(occurredOn).en}) lies before the notice (${dayText(on).en}).`,
  }),
  'limit.vendors': ({ of, most }) => ({
    ja: `${limited[of].ja}は一つの団体に${most}件までです。`,
    en: `A programme holds at most ${most} ${limited[of].en}.`,
  }),
  'busyTime.reversed': ({ fromOn, untilOn }) => ({
    ja: `終わり（${dayText(untilOn).ja}）が、始まり（${dayText(fromOn).ja}）より前です。`,
    en: `The end (${dayText(untilOn).en}) lies before the beginning (${dayText(fromOn).en}).`,
  }),
  'busyTime.unknownBusiness': ({ business, known }) => ({
    ja: `「${business}」という業務は、この計画にはありません（${ids(known).ja}）。`,
    en: `This programme has no business "${business}" (${ids(known).en}).`,
  }),
  'busyTime.unknown': ({ id, known }) => ({
    ja: `切替を避ける時期「${id}」は登録されていません（登録済み: ${ids(known).ja}）。`,
    en: `There is no time to avoid "${id}" (there are: ${ids(known).en}).`,
  }),
};

const notSure: Text = {
  ja: '（月だけの予定のため、ずれることもあります）',
  en: ' (planned by the month alone: it may yet be otherwise)',
};

/** A collision in one sentence. */
export function collisionText(found: Collision, names: Names): Text {
  const systems = listed(found.systems.map(names.system));
  const [from, until] = [dayText(found.fromOn), dayText(found.untilOn)];
  const span: Text =
    found.fromOn === found.untilOn ? from : { ja: `${from.ja}〜${until.ja}`, en: `${from.en} – ${until.en}` };
  const maybe = found.sure ? { ja: '', en: '' } : notSure;
  switch (found.code) {
    case 'sameWeek':
      if (!found.sure)
        return {
          ja: `${found.vendor}の切替が、${span.ja}に${found.systems.length}件予定されています: ${systems.ja}。月だけの予定のため、同じ週や連休に重なるかは日が決まるまで分かりません。`,
          en: `${found.vendor} is to switch over ${found.systems.length} systems within ${span.en}: ${systems.en}. Planned by the month alone: whether they fall into one week or weekend shows once their days are set.`,
        };
      return {
        ja: `${found.vendor}の切替が、同じ週か同じ連休に${found.systems.length}件重なります（${span.ja}）: ${systems.ja}。`,
        en: `${found.vendor} switches over ${found.systems.length} systems in one week or over one run of closed days (${span.en}): ${systems.en}.`,
      };
    case 'capacity':
      return {
        ja: `${found.vendor}が一月に切り替えられるのは${found.aMonth}件までのところ、${found.systems.length}件を予定しています（${span.ja}）: ${systems.ja}。`,
        en: `${found.vendor} can switch over ${found.aMonth} systems in a month, and ${found.systems.length} are planned (${span.en}): ${systems.en}.`,
      };
    case 'busyTime':
      return {
        ja: `${systems.ja}の切替（${span.ja}）が「${found.label.ja}」に重なります${maybe.ja}。`,
        en: `The switch-over of ${systems.en} (${span.en}) falls into "${found.label.en}"${maybe.en}.`,
      };
  }
}
