// A system's other legal ends in lines for people.
import type { LegalView } from '../../../server/contract/ends/legal.ts';
import { type Language, speak } from '../speech.ts';
import { dayWord } from '../words.ts';

export function piaLines({ pia }: LegalView, language: Language): string[] {
  const say = speak(language);
  return pia.map((round) => {
    const marks: [string, string | undefined][] = [
      [say('意見聴取', 'comment'), round.commented?.closedOn],
      [say('第三者点検', 'reviewed'), round.reviewed?.on],
      [say('委員会提出', 'submitted'), round.submitted?.on],
      [say('公表', 'published'), round.published?.on],
    ];
    const reached = marks.flatMap(([word, on]) => (on ? [`${word} ${dayWord(on, language)}`] : []));
    return say(
      `  第${round.no}回 ${round.label.ja}（判断 ${dayWord(round.on, language)}）${reached.map((one) => `  ${one}`).join('')}`,
      `  ${round.no}. ${round.label.en} (judged ${round.on})${reached.map((one) => `  ${one}`).join('')}`,
    );
  });
}

export const ordinanceLines = ({ ordinances }: LegalView, language: Language): string[] =>
  ordinances.map(({ label, passed, inForceOn }) => {
    const say = speak(language);
    const way = passed.map((one) => `${one.label[language]} ${dayWord(one.on, language)}`);
    const force = inForceOn ? [`${say('施行', 'in force')} ${dayWord(inForceOn, language)}`] : [];
    return `  ${label[language]}  ${[...way, ...force].join('  ') || say('未着手', 'not begun')}`;
  });

export function readinessLines(view: LegalView, language: Language): string[] {
  const say = speak(language);
  // A criterion of 切戻し that is met is no good news: it calls for going back.
  const findings = {
    go: { met: say('満たす', 'met'), notMet: say('満たさない', 'not met') },
    rollback: {
      met: say('該当する（切戻し）', 'calls for rolling back'),
      notMet: say('該当しない', 'does not'),
    },
  };
  const found = ({ kind, found: of }: LegalView['criteria'][number]) =>
    of === null
      ? say('未確認', 'not looked at')
      : `${findings[kind][of.finding]} ${dayWord(of.on, language)}`;
  const kinds = { go: say('判定基準', 'to go'), rollback: say('切戻し基準', 'to roll back') };
  return [
    ...view.criteria.map((one) => `  ${one.no}. [${kinds[one.kind]}] ${one.title}  ${found(one)}`),
    ...view.judgements.map(({ judgement, on }) =>
      say(
        `  移行判定 ${dayWord(on, language)}：${judgement === 'go' ? '移行可' : '移行不可'}`,
        `  judged on ${on}: ${judgement === 'go' ? 'go' : 'no-go'}`,
      ),
    ),
    ...view.rehearsals.map((one) =>
      say(
        `  データ移行リハーサル 第${one.no}回 ${dayWord(one.on, language)}：${one.records.toLocaleString('en-US')}件、エラー${one.errors}件、${one.result === 'passed' ? '合格' : '不合格'}`,
        `  rehearsal ${one.no} on ${one.on}: ${one.records} records, ${one.errors} errors, ${one.result}`,
      ),
    ),
  ];
}

export function stabilisationLines({ stabilisation }: LegalView, language: Language): string[] {
  const say = speak(language);
  return [
    ...stabilisation.periods.map(({ from, until, endedOn }) => {
      const period = `  ${dayWord(from, language)}～${dayWord(until, language)}`;
      return endedOn ? `${period}  ${say('終了', 'ended')} ${dayWord(endedOn, language)}` : period;
    }),
    ...stabilisation.incidents.map(
      ({ no, title, closed }) =>
        `  ${say(`障害 第${no}号`, `incident ${no}`)} ${title}  ${closed ? `${say('解消', 'over')} ${dayWord(closed.on, language)}` : say('対応中', 'open')}`,
    ),
  ];
}
