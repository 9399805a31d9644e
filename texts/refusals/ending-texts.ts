// Why nothing more happens to a migration, or does not happen now: it is held, has ended, or its programme is closed.
import { retirementText } from '../ending-words.ts';
import { dayText } from '../names.ts';
import type { RefusalSentences, SentencesOf } from './refusal-sentences.ts';

type Closing = Pick<RefusalSentences, 'steps.cancelled' | 'programme.closed' | 'programme.underWay'>;

export const endingSentences: SentencesOf<'migration'> & Closing = {
  'migration.onHold': ({ since }) => ({
    ja: `この移行は${since === '' ? '' : `${dayText(since).ja}から`}中断しています。先に再開してください。`,
    en: `This migration is on hold${since === '' ? '' : ` since ${dayText(since).en}`}. Resume it first.`,
  }),
  'migration.cancelled': ({ on }) => ({
    ja: `この移行は${on === '' ? '' : `${dayText(on).ja}に`}中止されました。`,
    en: `This migration was cancelled${on === '' ? '' : ` on ${dayText(on).en}`}.`,
  }),
  'migration.retired': ({ on, as, reason }) => {
    const { ja, en } = retirementText[as];
    return {
      ja: `このシステムは${on === '' ? '' : `${dayText(on).ja}から`}${ja}です（理由: ${reason}）。移行は終わっています。`,
      en: `This system is ${en}${on === '' ? '' : ` since ${dayText(on).en}`} (reason: ${reason}). Its migration has ended.`,
    };
  },
  'migration.cancelledHasNoHeir': ({ on }) => ({
    ja: `この移行は${on === '' ? '' : `${dayText(on).ja}に`}中止されているため、分割も統合もできません。引き継ぐ業務があるなら、新しいシステムを加え、このシステムは廃止としてください（sekimori amend retire）。`,
    en: `This migration was cancelled${on === '' ? '' : ` on ${dayText(on).en}`}: it is neither split nor merged. Where others are to do what it did, add new systems, and retire this one (sekimori amend retire).`,
  }),
  'migration.cancelledIsNoHeir': ({ on }) => ({
    ja: `この移行は${on === '' ? '' : `${dayText(on).ja}に`}中止されているため、ほかのシステムを引き継げません。新しい id のシステムに統合してください。`,
    en: `This migration was cancelled${on === '' ? '' : ` on ${dayText(on).en}`} and goes on with nobody. Merge into a new system.`,
  }),
  'migration.liveHeir': ({ systems }) => ({
    ja: `このシステムは稼働済みで、${systems.join('、')} はまだ稼働していません。引き継いだ業務の稼働を記録できなくなるため、新しい id のシステムに統合してください（進んでいないほうの工程から始まります）。`,
    en: `It is live, and ${systems.join(', ')} not yet: that what it takes goes live could not be recorded. Merge into a new system, which begins with the one that is least far.`,
  }),
  'migration.laterPhase': ({ phase, latest }) => ({
    ja: `「${phase.ja}」からは始められません。引き継ぐ元のシステムは「${latest.ja}」にあります。そこか、それより前の工程から始めてください。`,
    en: `It cannot begin in "${phase.en}": those that it goes on with stand in "${latest.en}". Begin there or earlier.`,
  }),
  'steps.cancelled': ({ steps }) => ({
    ja: `終わった移行（中止、対象外、廃止）に登録できるのは、対象外だけです（${steps.join('、')}）。`,
    en: `Of a migration that has ended only steps that do not apply are recorded (${steps.join(', ')}).`,
  }),
  'programme.closed': ({ reason }) => ({
    ja: `この計画は終了しました（理由: ${reason}）。閲覧と記録の検証はできますが、新しい記録はできません。`,
    en: `This programme is closed (reason: ${reason}). It can be read and verified; nothing more is recorded.`,
  }),
  'programme.underWay': ({ phase }) => ({
    ja: `まだ稼働も終了もしていません（「${phase.ja}」）。計画を終えるには、稼働を記録するか、対象外・廃止とするか、中止してください。`,
    en: `It is neither live nor ended ("${phase.en}"). To close the programme, record that it is live, retire it or cancel it.`,
  }),
};
