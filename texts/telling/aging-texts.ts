// What is said of that which ages without a deadline of its own: one sentence, and what is to be done. Of one system without its name, which
// stands beside it. Closed tables.
import type { Text } from '../../machines/definition/definition.ts';
import type { Matter, Short } from '../../machines/programme/ahead/matter.ts';
import { type Day, daysBetween } from '../../machines/values/date.ts';
import { dayText, listed, type Names } from '../names.ts';
import { leftByTermText, termEndText } from '../refusals/term-texts.ts';
import { instantText, stageText } from '../rfp/words.ts';
import { foreseenText } from '../sheets/transfer-texts.ts';
import { vendorNoticeText } from '../vendor-texts.ts';

const text = (ja: string, en: string): Text => ({ ja, en });
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

interface Seen {
  today: Day;
  names: Names;
}
type Of<Code extends Matter['code']> = Extract<Matter, { code: Code }>;
type Sentences = { [Code in Matter['code']]: (matter: Of<Code>, seen: Seen) => Text };

const asked = {
  underReview: text('の審査', 'the review of'),
  goingBack: text('からの手戻りの可否', 'whether to go back from'),
};

const sentences: Sentences = {
  review: ({ phase, stage, bodies, since }, { today, names }) => {
    const [who, on, left] = [listed(bodies.map(names.post)), dayText(since), daysBetween(since, today)];
    return text(
      `「${phase.ja}」${asked[stage].ja}に、${who.ja}が${on.ja}から${left}日、答えていません。`,
      `${who.en} has not answered ${asked[stage].en} "${phase.en}" since ${on.en} (${days(left)}).`,
    );
  },
  short: ({ found }, { names, today }) => shortText(found, { names, today }),
  undated: ({ since }, { today }) => {
    const [on, left] = [dayText(since), daysBetween(since, today)];
    return text(
      `特定移行支援システムの完了予定日が、${on.ja}から${left}日、未定のままです。`,
      `The day of its special transition has been undetermined since ${on.en} (${days(left)}).`,
    );
  },
  measure: ({ function: name, until }, { today }) => {
    const [day, left] = [dayText(until), daysBetween(today, until)];
    return left >= 0
      ? text(
          `経過措置の機能「${name}」の期限（${day.ja}）まであと${left}日です。適合はまだ登録されていません。`,
          `The function "${name}" follows by ${day.en} (${days(left)} left) and is not on record as conforming.`,
        )
      : text(
          `経過措置の機能「${name}」の期限（${day.ja}）を${-left}日過ぎています。適合はまだ登録されていません。`,
          `The function "${name}" was to follow by ${day.en} (${days(-left)} ago) and is not on record as conforming.`,
        );
  },
  vendorNotice: ({ vendor, kind, notice, since }, { today }) => {
    const [on, left, what] = [dayText(since), daysBetween(since, today), vendorNoticeText[kind]];
    return text(
      `${vendor}の通知（${what.ja}、第${notice}件、${on.ja}）への対応が、${left}日、決まっていません。`,
      `What to do about the notice of ${vendor} (${what.en}, entry ${notice}, ${on.en}) has been open for ${days(left)}.`,
    );
  },
  unseen: ({ entry, seenBy, since }, { today }) => {
    const on = dayText(since);
    const by = seenBy === null ? null : dayText(seenBy);
    const isPast = seenBy !== null && seenBy < today;
    const until =
      by === null
        ? text('', '')
        : text(
            `（後閲の期限 ${by.ja}${isPast ? '、過ぎています' : ''}）`,
            ` (to be seen by ${by.en}${isPast ? ', which has passed' : ''})`,
          );
    return text(
      `あなたに代わって${on.ja}に決めたこと（第${entry}件）が、後閲を待っています${until.ja}。`,
      `What was decided in your name on ${on.en} (entry ${entry}) waits for you to look at it${until.en}.`,
    );
  },
  proviso: ({ proviso, words, body, on }, { today, names }) => {
    const [who, day, left] = [names.post(body), dayText(on), daysBetween(today, on)];
    const when =
      left >= 0
        ? text(`期日（${day.ja}）まであと${left}日`, `${days(left)} before its day (${day.en})`)
        : text(`期日（${day.ja}）を${-left}日過ぎて`, `${days(-left)} past its day (${day.en})`);
    return text(
      `${who.ja}の承認の条件「${words}」（${proviso}）が、${when.ja}、満たされていません。`,
      `The condition "${words}" (${proviso}) of the approval by ${who.en} is not met, ${when.en}.`,
    );
  },
  supply: ({ phase, label, hard, on }, { today }) => {
    const [day, left] = [dayText(on), daysBetween(today, on)];
    const when =
      left >= 0
        ? text(
            `予定の終わり（${day.ja}）まであと${left}日`,
            `${days(left)} before its planned end (${day.en})`,
          )
        : text(
            `予定の終わり（${day.ja}）を${-left}日過ぎて`,
            `${days(-left)} past its planned end (${day.en})`,
          );
    return text(
      `「${phase.ja}」の関門に${hard ? '要る' : '求められる'}「${label.ja}」が、${when.ja}、まだありません。`,
      `"${label.en}", which the gate of "${phase.en}" ${hard ? 'needs' : 'asks for'}, is not there ${when.en}.`,
    );
  },
  rfpStage: ({ rfp, stage, at, on }, { today }) => {
    const [what, when, left] = [stageText[stage], instantText(at), daysBetween(today, on)];
    return left >= 0
      ? text(
          `第${rfp}回の調達手続の「${what.ja}」（${when.ja}）まであと${left}日です。`,
          `"${what.en}" of procurement ${rfp} (${when.en}) is ${days(left)} away.`,
        )
      : text(
          `第${rfp}回の調達手続の「${what.ja}」（${when.ja}）を${-left}日過ぎています。`,
          `"${what.en}" of procurement ${rfp} (${when.en}) was ${days(-left)} ago.`,
        );
  },
  ends: ({ found, on }, { names }) => {
    const { ja, en } = foreseenText(found, on, names);
    return text(`職の期間が終わり、後任がいません。${ja}`, `Grants end and nobody follows. ${en}`);
  },
  term: ({ body, until, gates }, { names }) =>
    gates.length === 0
      ? termEndText(until, names.post(body))
      : leftByTermText({ body, until, gates }, names, ({ label }) => label),
  calendar: ({ calendar, version, fixedUntil }) => {
    const until = dayText(fixedUntil);
    return text(
      `暦「${calendar}」（${version}）の祝日が確定しているのは${until.ja}までです。`,
      `Holidays of the calendar "${calendar}" (${version}) are fixed until ${until.en} only.`,
    );
  },
};

function shortText(found: Short, { names }: Seen): Text {
  const where = listed(found.systems.slice(0, 3).map(names.system));
  const more = found.systems.length - 3;
  const place = more > 0 ? text(`${where.ja}ほか${more}件`, `${where.en} and ${more} more`) : where;
  if (found.code === 'work') {
    const post = names.post(found.post);
    return text(
      `${post.ja}に誰もおらず、受け持つ工程が止まっています（${place.ja}）。`,
      `Nobody is ${post.en}, and its phases stand still (${place.en}).`,
    );
  }
  const { body, have, quorum } = found;
  const post = names.post(body);
  if (found.code === 'vacant')
    return text(
      `審査を待たせている${post.ja}に、誰もいません（${place.ja}）。`,
      `A review waits for ${post.en}, and nobody holds the post (${place.en}).`,
    );
  const free =
    found.code === 'separation'
      ? text('承認できる（起案も承認もしていない）方', 'may still approve')
      : text('おられる方', 'hold the post');
  return text(
    `審査を待たせている${post.ja}は、あと${quorum}名の承認が要りますが、${free.ja}は${have}名です（${place.ja}）。`,
    `${post.en} is to approve with ${quorum} more, and ${have} ${free.en} (${place.en}).`,
  );
}

const fill = text(
  '後任か代理の任命を、管理者に依頼してください（sekimori people grant、sekimori deputy appoint）。',
  'Ask an administrator to appoint somebody, or a deputy (sekimori people grant, sekimori deputy appoint).',
);

const acts: Record<Matter['code'], Text> = {
  review: text(
    '承認か差戻しを決めるか、決められる方に促してください（sekimori approve / sekimori return）。',
    'Approve it or return it, or ask who can (sekimori approve, sekimori return).',
  ),
  short: fill,
  undated: text(
    '日が決まっていれば登録し、未定なら見込みを確かめてください（sekimori explain）。',
    'Record the day where it is known; else find out when it will be (sekimori explain).',
  ),
  measure: text(
    '適合したら登録し、間に合わなければ、新しい期限を届け出て登録してください（sekimori measure）。',
    'Record it once it conforms; else file a new day and record that (sekimori measure).',
  ),
  vendorNotice: text(
    '影響を確かめ、対応を登録してください（sekimori vendor show、sekimori vendor answer）。',
    'See what it touches and record what is done about it (sekimori vendor show, sekimori vendor answer).',
  ),
  unseen: text(
    '内容を確かめ、後閲してください（sekimori deputy seen）。',
    'Look at it (sekimori deputy seen).',
  ),
  supply: text(
    'そろえて登録するか、予定を改めてください（sekimori explain）。',
    'Supply and record it, or change the plan (sekimori explain).',
  ),
  proviso: text(
    '満たしたら、証拠の文書を添えて記録してください（sekimori condition met）。',
    'Once it is met, record so with the document that shows it (sekimori condition met).',
  ),
  rfpStage: text(
    '状況を確かめ、すべきことを済ませるか、過ぎる前に日時を改めてください（sekimori rfp show、sekimori rfp stage）。',
    'See how it stands, and do what it is for, or move it before it is over (sekimori rfp show, sekimori rfp stage).',
  ),
  ends: fill,
  term: text(
    '改定で任期を改めるか、ほかの会議体に決めさせてください（sekimori amend）。',
    'Amend its term, or let another body decide (sekimori amend).',
  ),
  calendar: text(
    '新しい版の暦を、改定で加えてください（sekimori amend）。',
    'Add a newer version of the calendar by an amendment (sekimori amend).',
  ),
};

/** The table holds for each kind the sentence of that kind. */
const sentenceOf = (matter: Matter) => sentences[matter.code] as (matter: Matter, seen: Seen) => Text;

export const agingText = (matter: Matter, today: Day, names: Names): { text: Text; act: Text } => ({
  text: sentenceOf(matter)(matter, { today, names }),
  act: acts[matter.code],
});
