// Words of 年度替わり: what the act says happened, why a line cannot be meant, and what would no longer go on.
import type { Text } from '../../machines/definition/definition.ts';
import type { Transferred } from '../../machines/programme/transfer/acts.ts';
import type { Foreseen } from '../../machines/programme/transfer/foresee.ts';
import type { LineProblem, TransferChange } from '../../machines/programme/transfer/plan.ts';
import { dutyText } from '../duty-words.ts';
import { dayText, listed, type Names } from '../names.ts';
import type { SentencesOf } from '../refusals/refusal-sentences.ts';

export const transferChangeText: Record<TransferChange, Text> = {
  leave: { ja: '転出', en: 'leave' },
  come: { ja: '転入', en: 'come' },
  move: { ja: '異動', en: 'move' },
  stay: { ja: '留任', en: 'stay' },
};

export const transferActTexts = {
  'post.transferred': {
    label: { ja: '人事異動（年度替わり）', en: 'change hands of posts' },
    said: ({ on, people, ends, gives, reason }: Transferred): Text => ({
      ja: `${dayText(on).ja}付の人事異動: 職の終わり${ends.length}件、始まり${gives.length}件、新しい人${people.length}人（理由: ${reason}）`,
      en: `posts change hands on ${dayText(on).en}: ${ends.length} end, ${gives.length} begin, ${people.length} new people (reason: ${reason})`,
    }),
  },
};

export const transferSentences: SentencesOf<'transfer'> = {
  'transfer.nothing': () => ({
    ja: '変わる職がありません。',
    en: 'No post would change.',
  }),
  'transfer.stranger': ({ account }) => ({
    ja: `${account} は、この計画の記録にない人です。`,
    en: `The record of this programme knows no ${account}.`,
  }),
  'transfer.twice': ({ account, post }, names) => ({
    ja: `${account} の${names.post(post).ja}の職が、同じ日に重なります。`,
    en: `${account} would hold the post ${names.post(post).en} twice on the same day.`,
  }),
};

export function lineProblemText({ code, account, post }: LineProblem, names: Names): Text {
  const label = post === null ? { ja: '職', en: 'post' } : names.post(post);
  const texts: Record<LineProblem['code'], Text> = {
    stranger: {
      ja: `${account} というアカウントはありません。新しい人なら、区分を「転入」にして氏名を書きます。`,
      en: `There is no account ${account}. Of somebody new, the change is "come" and the name is given.`,
    },
    shut: {
      ja: `${account} のアカウントは停止中です。先に再開してください（sekimori people enable）。`,
      en: `The account ${account} is disabled. Enable it first (sekimori people enable).`,
    },
    postMissing: { ja: '就く職が書かれていません。', en: 'The post is missing.' },
    nothingHeld: {
      ja: `${account} には、その日に終わり、または続く${label.ja}がありません（既に済んだ行ではありませんか）。`,
      en: `${account} holds no ${label.en} that would end or go on then. Was this line done already?`,
    },
    contrary: {
      ja: `${account} は別の行にもあり、転出と両立しません。`,
      en: `${account} stands in another line too, which cannot be with leaving.`,
    },
    twice: { ja: `${account} の同じ行が二つあります。`, en: `${account} stands there twice alike.` },
    holds: {
      ja: `${account} は既にその日の${label.ja}の職にあります。`,
      en: `${account} is ${label.en} on that day already.`,
    },
  };
  return texts[code];
}

const systemsText = (systems: readonly string[], names: Names): Text => {
  const shown = listed(systems.slice(0, 3).map(names.system));
  const more = systems.length - 3;
  return more > 0 ? { ja: `${shown.ja}ほか${more}件`, en: `${shown.en} and ${more} more` } : shown;
};

export function foreseenText(found: Foreseen, on: string, names: Names): Text {
  const day = dayText(on);
  switch (found.code) {
    case 'vacant':
    case 'quorum':
    case 'separation': {
      const { code, body, systems, have, quorum } = found;
      const [label, where] = [names.post(body), systemsText(systems, names)];
      if (code === 'vacant')
        return {
          ja: `${label.ja}に${day.ja}から誰もいません。この職の承認が要る関門を、誰も通せなくなります（${where.ja}）。`,
          en: `Nobody is ${label.en} from ${day.en}: gates that ask for it could not be passed (${where.en}).`,
        };
      const why =
        code === 'quorum'
          ? { ja: 'が定足数に足りません', en: 'are fewer than it takes' }
          : { ja: 'しか、起案していない方がいません（分離）', en: 'have not drafted (separation of duties)' };
      return {
        ja: `${label.ja}は${day.ja}から${quorum}名の承認が要るところ、${have}名${why.ja}（${where.ja}）。`,
        en: `${label.en} must approve with ${quorum} from ${day.en}; ${have} ${why.en} (${where.en}).`,
      };
    }
    case 'duties': {
      const [where, posts] = [systemsText(found.systems, names), listed(found.posts.map(names.post))];
      const both = listed(found.duties.map(dutyText));
      return {
        ja: `${day.ja}から、「${both.ja}」を別々の方で分担できません（${posts.ja}、${where.ja}）。どれかの職にもう一人置いてください。`,
        en: `From ${day.en} nobody different is left for ${both.en} (${posts.en}; ${where.en}). Give one of these posts another holder.`,
      };
    }
    case 'drafted': {
      const [label, where] = [names.post(found.body), systemsText(found.systems, names)];
      return {
        ja: `${found.account} は${label.ja}に就きますが、起案や登録をしたシステムの関門は承認できません（${where.ja}）。`,
        en: `${found.account} becomes ${label.en}, and may not approve gates of what they drafted (${where.en}).`,
      };
    }
    case 'work': {
      const [label, where] = [names.post(found.post), systemsText(found.systems, names)];
      return {
        ja: `${day.ja}から、${label.ja}が進めている工程を受け持つ人がいません（${where.ja}）。`,
        en: `From ${day.en} nobody works in the phases of ${label.en} (${where.en}).`,
      };
    }
    case 'postless':
      return {
        ja: `${found.account} は${day.ja}から職がなくなります（転出でも留任でもありません）。`,
        en: `${found.account} has no post from ${day.en}, and neither leaves nor stays.`,
      };
    case 'administrator':
      return {
        ja: `${found.account} は管理者です。管理者の職は異動では終わりません（sekimori people end）。`,
        en: `${found.account} is an administrator, which a transfer does not end (sekimori people end).`,
      };
    case 'past':
      return {
        ja: `${day.ja}は過ぎた日です。その日以後にされた行為は、そのまま残ります。`,
        en: `${day.en} lies behind; what was done since then stands.`,
      };
  }
}
