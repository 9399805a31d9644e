// A report's tables on where the programme stands: what happened around it, who met, and which system is in which phase.
import { latestDay } from '../../../machines/values/date.ts';
import { formatEra } from '../../../machines/values/era.ts';
import type { Report } from '../../contract/reports/tables.ts';
import type { Language, Section } from '../section.ts';
import { marked, marksOf } from './footnotes.ts';
import { countCell, dayCell, dayIn, pick, yearIn } from './words.ts';

export function movements({ occurrences }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const [first, last] = [occurrences.at(0)?.on, occurrences.at(-1)?.on];
  const month = (day: string) => dayIn(day.slice(0, 7), language);
  const span =
    first && last ? say(`（${month(first)}～${month(last)}）`, ` (${month(first)} to ${month(last)})`) : '';
  return {
    id: 'movements',
    title: `${say('標準化に係る主な動向', 'Movements in standardization')}${span}`,
    head: [say('年月日', 'Date'), say('事項', 'What happened')],
    right: [],
    rows: occurrences.map(({ id, on, endedOn, title }) => ({
      key: id ?? `${on}/${title.ja}`,
      systems: [],
      cells: [
        endedOn === null ? dayCell(on, language) : `${dayIn(on, language)}～${dayIn(endedOn, language)}`,
        title[language],
      ],
    })),
    below: [],
  };
}

export function meetings(report: Report, language: Language): Section {
  const years = [...new Set(report.meetings.map(({ fiscalYear }) => fiscalYear))].sort();
  const bodies = [...new Set(report.meetings.map(({ body }) => body))];
  const of = (body: string, year: number) =>
    report.meetings.find((row) => row.body === body && row.fiscalYear === year);
  return {
    id: 'meetings',
    title: pick(language, '庁内推進体制（会議の開催状況）', 'Committee meetings'),
    head: [pick(language, '会議体', 'Body'), ...years.map((year) => yearIn(year, language))],
    right: years.map((_, index) => index + 1),
    rows: bodies.map((body) => ({
      key: body,
      systems: [],
      cells: [
        report.meetings.find((row) => row.body === body)?.label[language] ?? body,
        ...years.map((year) => {
          const count = of(body, year)?.count;
          return count === undefined ? '－' : countCell(count, pick(language, '回', ''));
        }),
      ],
    })),
    below: [],
  };
}

/** 「令和5年10月末時点」 where the data day is its month's last. */
function timePoint(day: string, language: Language): string {
  if (language === 'en') return `as of ${day}`;
  const month = day.slice(0, 7);
  return latestDay(month) === day ? `${formatEra(month)}末時点` : `${formatEra(day)}時点`;
}

export function progress(wave: Report['progress'][number], report: Report, language: Language): Section {
  const { dataOn } = report;
  const say = (ja: string, en: string) => pick(language, ja, en);
  const marks = marksOf(report, 'progress', 'system');
  const between = say('、', ', ');
  const nameOf = ({ name, assumed }: (typeof wave.phases)[number]['systems'][number]) =>
    assumed ? `${name[language]}${say('（仮定）', ' (assumed)')}` : name[language];
  return {
    id: `progress/${wave.wave}`,
    title: say(
      `業務の進捗状況：${wave.waveLabel.ja}（${timePoint(dataOn, language)}）`,
      `Progress: ${wave.waveLabel.en} (${timePoint(dataOn, language)})`,
    ),
    head: [
      say('工程', 'Phase'),
      say('システム数', 'Systems'),
      say('この工程にあるシステム', 'Systems in this phase'),
    ],
    right: [1],
    rows: wave.phases.map(({ phase, label, systems }) => ({
      key: phase,
      systems: systems.map(({ system }) => system),
      cells: [label[language], countCell(systems.length), systems.map(nameOf).join(between) || '－'],
      ...marked(
        2,
        systems.map(({ system, name }, index) => ({
          text: `${index === 0 ? '' : between}${name[language]}`,
          notes: marks(system),
        })),
      ),
    })),
    below: [],
  };
}

/** What was left through its gate in the period. */
export function passed({ passed: rows }: Report, language: Language): Section {
  return {
    id: 'passed',
    title: pick(language, '対象期間に終えた工程', 'Phases completed in the period'),
    head: [
      pick(language, '年月日', 'Date'),
      pick(language, 'システム', 'System'),
      pick(language, '工程', 'Phase'),
    ],
    right: [],
    rows: rows.map(({ system, name, phase, label, on }) => ({
      key: `${system}/${phase}`,
      systems: [system],
      cells: [dayCell(on, language), name[language], label[language]],
    })),
    below: [],
  };
}
