// What the doctor says of those whom nothing reaches, and why. One closed table.
import type { Text } from '../../machines/definition/definition.ts';
import type { Unheard } from '../../machines/programme/ahead/unheard.ts';
import { dayText, listed, type Names } from '../names.ts';
import { channelWord } from './receipt-texts.ts';

const text = (ja: string, en: string): Text => ({ ja, en });

interface Some {
  named: readonly string[];
  more: number;
}
const people = ({ named, more }: Some): Text =>
  text(
    `${named.join('、')}${more > 0 ? `ほか${more}名` : ''}`,
    `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  );

export const reachTexts = {
  summary: (at: { ills: number; notes: number; programmes: number }): Text => {
    if (at.ills > 0)
      return text(
        `届いていない知らせがあります（${at.ills}件）。`,
        `Some are not told what they should be (${at.ills}).`,
      );
    return at.notes > 0
      ? text(
          `届き先について、確かめることが${at.notes}件あります。`,
          `To see to, of who is reached: ${at.notes}.`,
        )
      : text(
          `${at.programmes}団体の職にある人に、知らせが届いています。`,
          `Whoever holds a post is reached (programmes looked at: ${at.programmes}).`,
        );
  },
  inboxOnly: (some: Some): Text =>
    text(
      `受信箱のほかに知らせの届かない人がいます：${people(some).ja}。本人が設定します（sekimori contact）。`,
      `Nothing but the inbox reaches ${people(some).en}; they set it themselves (sekimori contact).`,
    ),
  noAddress: (some: Some): Text =>
    text(
      `メールアドレスのない人がいます：${people(some).ja}。`,
      `There is no mail address for ${people(some).en}.`,
    ),
  mailUnset: (addresses: number): Text =>
    text(
      `メールサーバが設定されていません（SEKIMORI_SMTP_URL）。${addresses}名のアドレスには何も送られません。`,
      `No mail server is set (SEKIMORI_SMTP_URL): nothing is sent to the addresses of ${addresses}.`,
    ),
  vacant: ({ post, systems, deadlines, nobody }: Unheard, names: Names): Text => {
    const label = names.post(post);
    const where = listed(systems.slice(0, 3).map(names.system));
    const more =
      systems.length > 3
        ? text(`ほか${systems.length - 3}件`, ` and ${systems.length - 3} more`)
        : text('', '');
    const alone =
      nobody > 0
        ? text(`うち${nobody}件は、ほかに誰にも届きません。`, ` ${nobody} of them reach nobody else.`)
        : text('', '');
    return text(
      `期限${deadlines}件の宛先である${label.ja}に、誰もいません（${where.ja}${more.ja}）。${alone.ja}`,
      `${deadlines} deadlines are told to ${label.en}, a post that nobody holds (${where.en}${more.en}).${alone.en}`,
    );
  },
  notMade: (last: string): Text =>
    text(
      `${dayText(last).ja}の次の開庁日から、まとめの知らせが作られていません（作業者を確かめてください）。`,
      `No digests were made for the open days after ${dayText(last).en}: see to the worker.`,
    ),
  unsent: (at: { channel: string; waiting: number; since: string; why: string | null }): Text => {
    const channel = channelWord(at.channel);
    const why = at.why === null ? '' : at.why;
    return text(
      `${channel.ja}が${at.since}から${at.waiting}通、送れていません${why === '' ? '' : `（${why}）`}。`,
      `${at.waiting} digests have not gone out by ${channel.en} since ${at.since}${why === '' ? '' : ` (${why})`}.`,
    );
  },
  givenUp: (at: { account: string; channel: string; why: string | null }): Text => {
    const channel = channelWord(at.channel);
    const why = at.why ?? '';
    return text(
      `${at.account} への${channel.ja}は受け付けられず、やめました${why === '' ? '' : `（${why}）`}。本人が宛先を改めます（sekimori contact）。`,
      `What goes to ${at.account} by ${channel.en} was refused and given up${why === '' ? '' : ` (${why})`}: they set another address (sekimori contact).`,
    );
  },
};
