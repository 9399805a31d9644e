// The sentences of amendments: what was done with them, and why one may not be.
import type { Text } from '../../machines/definition/definition.ts';
import type { AmendmentStatus } from '../../machines/programme/amendment/state.ts';
import { dayText, listed, type Names } from '../names.ts';
import type { RefusalSentences, SentencesOf } from '../refusals/refusal-sentences.ts';

export const amendmentStatusText: Record<AmendmentStatus, Text> = {
  open: { ja: '承認待ち', en: 'waiting for approval' },
  approved: { ja: '承認済み（適用日待ち）', en: 'approved, to be adopted on its day' },
  adopted: { ja: '適用済み', en: 'adopted' },
  returned: { ja: '差戻し', en: 'returned' },
  withdrawn: { ja: '取下げ', en: 'withdrawn' },
  overtaken: { ja: '失効（先に別の改定が適用された）', en: 'overtaken by another' },
};

const from = (day: string | undefined): Text =>
  day === undefined
    ? { ja: '', en: '' }
    : { ja: `、${dayText(day).ja}から適用`, en: `, from ${dayText(day).en} on` };

export const amendmentActs = {
  'amendment.proposed': {
    label: { ja: '計画の改定の提案', en: 'propose an amendment' },
    said: ({
      adopts,
      fromOn,
      reason,
    }: {
      adopts: { version: number };
      fromOn?: string | undefined;
      reason: string;
    }) => ({
      ja: `計画の第${adopts.version}版への改定を提案${from(fromOn).ja}（理由: ${reason}）`,
      en: `amendment to version ${adopts.version} proposed${from(fromOn).en} (reason: ${reason})`,
    }),
  },
  'amendment.approved': {
    label: { ja: '計画の改定の承認', en: 'approve an amendment' },
    said: ({ amendment }: { amendment: number }) => ({
      ja: `改定 ${amendment} を承認`,
      en: `amendment ${amendment} approved`,
    }),
  },
  'amendment.returned': {
    label: { ja: '計画の改定の差戻し', en: 'return an amendment' },
    said: ({ amendment, reason }: { amendment: number; reason: string }) => ({
      ja: `改定 ${amendment} を差戻し（理由: ${reason}）`,
      en: `amendment ${amendment} returned (reason: ${reason})`,
    }),
  },
  'amendment.withdrawn': {
    label: { ja: '計画の改定の取下げ', en: 'withdraw an amendment' },
    said: ({ amendment, reason }: { amendment: number; reason: string }) => ({
      ja: `改定 ${amendment} を取下げ（理由: ${reason}）`,
      en: `amendment ${amendment} withdrawn (reason: ${reason})`,
    }),
  },
  /** In the programme's chain `amendment` is what was proposed, in a migration's the programme's own entry. */
  'definition.adopted': {
    label: { ja: '計画の改定の適用', en: 'adopt a version of the definition' },
    said: ({ leaves, adopts, reason, posts = [] }: Adopted) => ({
      ja: `計画の第${leaves.version}版から第${adopts.version}版に改定（${posts.length > 0 ? `職の引継ぎ${posts.length}件、` : ''}理由: ${reason}）`,
      en: `version ${adopts.version} adopted in place of version ${leaves.version} (${posts.length > 0 ? `${posts.length} posts go on; ` : ''}reason: ${reason})`,
    }),
  },
  'migration.continued': {
    label: { ja: '分割・統合したシステムの引継ぎ', en: 'go on with a system that was split or merged' },
    said: ({ from, reason }: { from: { system: string; seq: number }[]; reason: string }, names: Names) => {
      const { ja, en } = listed(
        from.map(({ system, seq }) => {
          const name = names.system(system);
          return { ja: `${name.ja}（第${seq}件まで）`, en: `${name.en} (up to entry ${seq})` };
        }),
      );
      return { ja: `${ja}を引継ぎ（理由: ${reason}）`, en: `goes on with ${en} (reason: ${reason})` };
    },
  },
} as const;

interface Adopted {
  leaves: { version: number };
  adopts: { version: number };
  reason: string;
  posts?: readonly unknown[] | undefined;
}

export const amendmentSentences: SentencesOf<'amendment' | 'definition'> &
  Pick<RefusalSentences, 'limit.amendments' | 'limit.posts'> = {
  'amendment.unknown': ({ amendment, open }) => ({
    ja: `改定 ${amendment} はありません。${open.length > 0 ? `承認待ちの改定: ${open.join('、')}` : '承認待ちの改定はありません。'}`,
    en: `There is no amendment ${amendment}. ${open.length > 0 ? `Waiting for approval: ${open.join(', ')}` : 'None waits for approval.'}`,
  }),
  'amendment.notOpen': ({ amendment, status }) => {
    const { ja, en } = amendmentStatusText[status];
    return {
      ja: `改定 ${amendment} は、もう決められません（${ja}）。`,
      en: `Amendment ${amendment} is decided already (${en}).`,
    };
  },
  'amendment.own': () => ({
    ja: '提案した本人は承認も差戻しもできません。ほかの方が承認してください。取り下げることはできます。',
    en: 'Who proposed it neither approves nor returns it; others do. It can be withdrawn.',
  }),
  'amendment.notOwn': ({ by }) => ({
    ja: `取り下げられるのは提案した${by}さんだけです。承認者は差し戻すことができます。`,
    en: `Only ${by}, who proposed it, withdraws it. Those who approve can return it.`,
  }),
  'amendment.alreadyApproved': () => ({
    ja: 'この改定を既に承認しています。あとは別の方の承認が要ります。',
    en: 'You have approved this amendment already; others are still needed.',
  }),
  'amendment.stale': ({ base, inForce }) => ({
    ja: `この改定が前提とした計画の版（記録 ${base}）の後に、別の改定（記録 ${inForce}）が適用されています。今の計画から作り直してください。`,
    en: `Another amendment was adopted (entry ${inForce}) after the one that this rests on (entry ${base}). Make it anew from the programme as it is now.`,
  }),
  'amendment.past': ({ fromOn, today }) => ({
    ja: `適用日（${dayText(fromOn).ja}）が今日（${dayText(today).ja}）より前です。過去に遡って計画を変えることはできません。`,
    en: `It would be adopted on ${dayText(fromOn).en}, which lies before today (${dayText(today).en}). What decided in the past is not changed.`,
  }),
  'amendment.notApproved': ({ amendment }) => ({
    ja: `改定 ${amendment} は、まだ適用できません。`,
    en: `Amendment ${amendment} is not to be adopted yet.`,
  }),
  'limit.amendments': ({ most }) => ({
    ja: `承認待ちの改定は${most}件までです。先に決めるか、取り下げてください。`,
    en: `At most ${most} amendments wait at once. Decide or withdraw some first.`,
  }),
  'limit.posts': ({ would, most }) => ({
    ja: `一度の改定で引き継げる職は${most}件までです（この改定では${would}件）。改定を分けるか、職を引き継がずに人事で就けてください。`,
    en: `At most ${most} posts go on by one amendment; ${would} would by this one. Divide it, or have them given anew.`,
  }),
  'definition.noCounterpart': ({ phases }) => ({
    ja: `なくなる工程（${phases.join('、')}）に代わる工程が示されていません。代わりになる工程に replaces: [${phases.join(', ')}] を書いてください。`,
    en: `No phase stands for ${phases.join(', ')}, which would be gone. Write replaces: [${phases.join(', ')}] in the phase that does.`,
  }),
  'definition.notInForce': ({ version }) => ({
    ja: `改定の前提とした第${version}版は、今の版ではありません。`,
    en: `Version ${version}, which was to be left, is not the one in force.`,
  }),
  'definition.alreadyAdopted': ({ amendment }) => ({
    ja: `この改定（計画の記録 ${amendment}）は、既に適用されています。`,
    en: `This amendment (entry ${amendment} of the programme) is adopted already.`,
  }),
};

/** How far one migration has come with an amendment that its programme has adopted. */
export const adoptionStatusText: Record<'adopted' | 'waiting' | 'refused', Text> = {
  adopted: { ja: '適用済み', en: 'adopted' },
  waiting: { ja: 'これから', en: 'still to come' },
  refused: { ja: '適用できません', en: 'cannot adopt it' },
};
