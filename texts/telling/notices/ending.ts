// Notices of holds and of the end of a migration or a programme.
import type { Text } from '../../../machines/definition/definition.ts';
import { retirementText } from '../../ending-words.ts';
import { allFallenText } from '../../fallen-texts.ts';
import { listed } from '../../names.ts';
import { fallenText } from './dates.ts';
import { type Asks, choose, type NoticeSentences } from './notice-sentences.ts';

export const endingNotices: NoticeSentences<
  | 'cancellation.proposed'
  | 'cancellation.dismissed'
  | 'cancellation.withdrawn'
  | 'migration.held'
  | 'migration.resumed'
  | 'migration.cancelled'
  | 'migration.retired'
  | 'migration.continued'
  | 'programme.closed'
> = {
  'cancellation.proposed': ({ by, reason, waiting }, names) => {
    const { ja, en } = listed(waiting.map(names.system), { ja: 'なし', en: 'none' });
    return {
      ja: `移行の中止を${by}さんが申し出ました。理由: ${reason}。この移行の節目を待つシステム: ${ja}`,
      en: `${by} proposes to cancel the migration. Reason: ${reason}. Systems that wait for its milestones: ${en}`,
    };
  },
  'cancellation.dismissed': ({ by, reason }) => ({
    ja: `移行の中止の申出を${by}さんが却下しました。理由: ${reason}`,
    en: `${by} dismissed the proposal to cancel. Reason: ${reason}`,
  }),
  'cancellation.withdrawn': ({ by, reason }) => ({
    ja: `移行の中止の申出を${by}さんが取り下げました。理由: ${reason}`,
    en: `${by} withdrew the proposal to cancel. Reason: ${reason}`,
  }),
  'migration.held': ({ by, reason }) => ({
    ja: `${by}さんが移行を中断しました。中断中も期限は進みます。理由: ${reason}`,
    en: `${by} put the migration on hold; its deadlines run on. Reason: ${reason}`,
  }),
  'migration.resumed': ({ by, reason }) => ({
    ja: `${by}さんが移行を再開しました。理由: ${reason}`,
    en: `${by} resumed the migration. Reason: ${reason}`,
  }),
  'migration.cancelled': ({ by, reason, deadlines = [] }) => {
    const fallen = deadlines.length > 0 ? fallenText(deadlines) : { ja: '', en: '' };
    return {
      ja: `${by}さんが移行を中止しました。達成していない期限はなくなります。理由: ${reason}${fallen.ja ? `。${fallen.ja}` : ''}`,
      en: `${by} cancelled the migration: deadlines not met fall with it. Reason: ${reason}${fallen.en ? `. ${fallen.en}` : ''}`,
    };
  },
  'migration.retired': ({ as, reason, deadlines, heirs = [], falls = [] }, names) => {
    const fell = allFallenText(falls, names);
    const { ja, en } = listed(heirs.map(names.system));
    const goesOn: Text =
      heirs.length === 0
        ? { ja: '', en: '' }
        : { ja: `引き継ぐシステム: ${ja}。`, en: ` ${en} go on with it.` };
    return {
      ja: `計画の改定により、このシステムは${retirementText[as].ja}となり、移行は終わりました。${goesOn.ja}理由: ${reason}。${fallenText(deadlines).ja}${fell.ja}`,
      en: `By an amendment this system is ${retirementText[as].en}: its migration has ended.${goesOn.en} Reason: ${reason}. ${fallenText(deadlines).en}${fell.en}`,
    };
  },
  'migration.continued': ({ reason, from, phase, falls = [] }, names) => {
    const fell = allFallenText(falls, names);
    const { ja, en } = listed(from.map(names.system));
    return phase === undefined
      ? {
          ja: `${ja}の業務・ステップ・文書を引き継ぎました。理由: ${reason}。${fell.ja}`,
          en: `It goes on with the businesses, steps and documents of ${en}. Reason: ${reason}.${fell.en}`,
        }
      : {
          ja: `${ja}を引き継ぎ、「${phase.ja}」から始まりました。理由: ${reason}。${fell.ja}`,
          en: `It goes on with ${en} and begins in "${phase.en}". Reason: ${reason}.${fell.en}`,
        };
  },
  'programme.closed': ({ reason, deadlines }) => ({
    ja: `計画が終了しました。理由: ${reason}。${fallenText(deadlines).ja}`,
    en: `The programme is closed. Reason: ${reason}. ${fallenText(deadlines).en}`,
  }),
};

export const endingAsks: Asks = {
  'cancellation.proposed': choose,
};
