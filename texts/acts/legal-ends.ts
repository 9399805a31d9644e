// PIA, ordinances, 移行判定, rehearsals, and the time after going live.
import { choiceText } from '../choices.ts';
import { dayText } from '../names.ts';
import { type ActTexts, because } from './said.ts';

const paren = (part: string | undefined, [open, close]: [string, string]): string =>
  part === undefined ? '' : `${open}${part}${close}`;

export const legalActs: ActTexts<
  | 'pia.judged'
  | 'pia.commented'
  | 'pia.advanced'
  | 'ordinance.advanced'
  | 'criterion.set'
  | 'criterion.found'
  | 'readiness.judged'
  | 'rehearsal.recorded'
  | 'stabilisation.begun'
  | 'stabilisation.ended'
  | 'incident.recorded'
  | 'incident.closed'
> = {
  'pia.judged': {
    label: { ja: 'PIAのしきい値判断の登録', en: 'record the PIA threshold judgement' },
    said: ({ no, evaluation, subjects }) => {
      const { ja, en } = choiceText('evaluation', evaluation);
      return {
        ja: `特定個人情報保護評価（第${no}回）のしきい値判断を登録: ${ja}${paren(subjects?.toLocaleString('en-US'), ['（対象人数 ', '人）'])}`,
        en: `PIA ${no}: threshold judged, ${en}${paren(subjects?.toLocaleString('en-US'), [' (', ' people)'])}`,
      };
    },
  },
  'pia.commented': {
    label: { ja: 'PIAの意見聴取の登録', en: 'record the PIA public comment' },
    said: ({ no, openedOn, closedOn, opinions }) => ({
      ja: `特定個人情報保護評価（第${no}回）の意見聴取を登録（${dayText(openedOn).ja}～${dayText(closedOn).ja}${paren(opinions?.toString(), ['、意見', '件'])}）`,
      en: `PIA ${no}: public comment from ${dayText(openedOn).en} to ${dayText(closedOn).en}${paren(opinions?.toString(), [', ', ' opinions'])}`,
    }),
  },
  'pia.advanced': {
    label: {
      ja: 'PIAの点検・提出・公表の登録',
      en: 'record that the PIA was reviewed, submitted or published',
    },
    said: ({ no, reached }) => {
      const { ja, en } = choiceText('reached', reached);
      return { ja: `特定個人情報保護評価（第${no}回）: ${ja}を登録`, en: `PIA ${no}: ${en}` };
    },
  },
  'ordinance.advanced': {
    label: { ja: '条例・規則の改正の登録', en: 'record how far an ordinance has come' },
    said: ({ ordinance, passage, number, inForceOn }) => {
      const { ja, en } = choiceText('passage', passage);
      const day = inForceOn === undefined ? undefined : dayText(inForceOn);
      return {
        ja: `「${ordinance}」の${ja}を登録${paren(number, ['（', '）'])}${paren(day?.ja, ['（', '施行）'])}`,
        en: `"${ordinance}" ${en}${paren(number, [' (', ')'])}${paren(day?.en, [', in force on ', ''])}`,
      };
    },
  },
  'criterion.set': {
    label: { ja: '判定基準の登録', en: 'record a criterion' },
    said: ({ no, title, criterionKind }) => {
      const { ja, en } = choiceText('criterionKind', criterionKind);
      return { ja: `${ja} 第${no}号「${title}」を登録`, en: `criterion ${no} ${en}: "${title}"` };
    },
  },
  'criterion.found': {
    label: { ja: '判定基準の確認の登録', en: 'record what was found of a criterion' },
    said: ({ criterion, finding }) => {
      const { ja, en } = choiceText('finding', finding);
      return { ja: `基準 第${criterion}号を確認: ${ja}`, en: `criterion ${criterion} found ${en}` };
    },
  },
  'readiness.judged': {
    label: { ja: '移行判定の登録', en: 'record the judgement to go live' },
    said: ({ judgement }) => {
      const { ja, en } = choiceText('judgement', judgement);
      return { ja: `移行判定: ${ja}`, en: `going live judged: ${en}` };
    },
  },
  'rehearsal.recorded': {
    label: { ja: 'データ移行リハーサルの登録', en: "record a rehearsal of the data's migration" },
    said: ({ no, records, errors, result }) => {
      const { ja, en } = choiceText('result', result);
      const [count, wrong] = [records, errors].map((many) => many.toLocaleString('en-US'));
      return {
        ja: `データ移行リハーサル 第${no}回を登録（${count}件、エラー${wrong}件、${ja}）`,
        en: `data migration rehearsal ${no} (${count} records, ${wrong} errors, ${en})`,
      };
    },
  },
  'stabilisation.begun': {
    label: { ja: '安定化期間の開始の登録', en: 'record that stabilisation begins' },
    said: ({ until }) => ({
      ja: `稼働後の安定化期間を開始（${dayText(until).ja}まで）`,
      en: `stabilisation begins (until ${dayText(until).en})`,
    }),
  },
  'stabilisation.ended': {
    label: { ja: '安定化期間の終了の登録', en: 'record that stabilisation ends' },
    said: () => ({ ja: '稼働後の安定化期間を終了', en: 'stabilisation ended' }),
  },
  'incident.recorded': {
    label: { ja: '障害の登録', en: 'record an incident' },
    said: ({ no, title, severity }) => {
      const { ja, en } = choiceText('severity', severity);
      return { ja: `障害 第${no}号「${title}」を登録（${ja}）`, en: `incident ${no} "${title}" (${en})` };
    },
  },
  'incident.closed': {
    label: { ja: '障害の解消の登録', en: 'record that an incident is over' },
    said: ({ no, remedy }) => ({
      ja: `障害 第${no}号を解消（${remedy}）`,
      en: `incident ${no} is over${because(remedy).en}`,
    }),
  },
};
