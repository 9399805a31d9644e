// The board, one system and its explanation, in lines for people.
import type { BoardPage, BoardRow } from '../../server/contract/migrations/board.ts';
import type { DeadlineView } from '../../server/contract/migrations/deadline.ts';
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { Language } from './speech.ts';
import { speak } from './speech.ts';
import { bundleLines, matterLines, provisoLines } from './system/decision-lines.ts';
import { tableLines } from './table.ts';
import {
  activityWords,
  cautionWord,
  daysLeftWord,
  dayWord,
  regimeWord,
  settingWord,
  stageWords,
} from './words.ts';

export function boardLines({ items, setting }: BoardPage, language: Language): string[] {
  const say = speak(language);
  const columns = [
    say('システム', 'System'),
    say('名称', 'Name'),
    say('工程', 'Phase'),
    say('状態', 'State'),
    say('次の期限', 'Next deadline'),
    say('対応待ち', 'Waits for'),
    say('未充足', 'Missing'),
  ].map((head) => ({ head }));
  const waves = [...new Map(items.map(({ wave, waveLabel }) => [wave, waveLabel]))];
  const tables = waves.flatMap(([wave, label]) => {
    const rows = items.filter((row) => row.wave === wave).map((row) => boardCells(row, language));
    return ['', `■ ${label[language]}`, ...tableLines(columns, rows, '')];
  });
  const nothing = ['', say('該当するシステムはありません。', 'No system matches.')];
  return [settingWord(setting, language), ...(tables.length > 0 ? tables : nothing)];
}

function boardCells(row: BoardRow, language: Language): string[] {
  const say = speak(language);
  return [
    row.system,
    row.name[language],
    `${row.phaseLabel[language]} ${row.phaseIndex + 1}/${row.phaseCount}`,
    stateWord(row, language),
    row.nextDeadline === null ? '' : deadlineWord(row.nextDeadline, language),
    row.waitingFor.map(({ label }) => label[language]).join(say('・', ', ')),
    row.blockers.length === 0 ? '' : say(`${row.blockers.length}件`, String(row.blockers.length)),
  ];
}

/** Held or cancelled goes before everything; otherwise the stage, and whether it runs live. */
export function stateWord(row: BoardRow, language: Language): string {
  const { activity, stage, live, regime } = row;
  const words = [
    activity === 'active' && stage !== null
      ? stageWords[stage]
      : activity === 'active'
        ? null
        : activityWords[activity],
    live ? { ja: '稼働済み', en: 'live' } : null,
    regime === 'standard' ? null : regimeWord(row),
  ];
  return words
    .flatMap((word) => (word === null ? [] : [word[language]]))
    .join(language === 'ja' ? '・' : ', ');
}

/** When, how long yet, and what to mind; what it is for stands in `show` and `deadlines`. */
export function deadlineWord(deadline: DeadlineView, language: Language): string {
  return [
    dayWord(deadline.dueOn, language),
    daysLeftWord(deadline, language),
    cautionWord(deadline, language),
    deadline.assumed === null ? '' : language === 'ja' ? '仮定' : 'assumed',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function explanationLines(
  { gate, acts, setting, provisos }: ExplanationView,
  system: { name: string; situation: string },
  language: Language,
  commandOf: (type: string) => string,
): string[] {
  const say = speak(language);
  const allowed = acts.filter((act) => act.allowed);
  const refused = acts.filter((act) => !act.allowed);
  return [
    settingWord(setting, language),
    `${system.name}  ${system.situation}`,
    '',
    ...(gate === null
      ? [say('この工程に関門はありません。', 'This phase has no gate.')]
      : gateLines(gate, language)),
    ...(provisos.length === 0
      ? []
      : ['', say('承認の条件', 'Conditions of approvals'), ...provisoLines(provisos, language)]),
    '',
    say('いまできること', 'What you may do now'),
    ...(allowed.length === 0 ? [`  ${say('（なし）', '(nothing)')}`] : []),
    ...allowed.map((act) => `  ○ ${act.label[language]}  sekimori ${commandOf(act.type)}`),
    '',
    say('いまできないことと、その理由', 'What you may not do now, and why'),
    ...refused.flatMap((act) => [
      `  × ${act.label[language]}`,
      ...act.refusals.map(({ message }) => `      ${message[language]}`),
    ]),
  ];
}

function gateLines(gate: NonNullable<ExplanationView['gate']>, language: Language): string[] {
  const say = speak(language);
  const next = gate.next === null ? '' : say(`　→ 次の工程：${gate.next.ja}`, `  → next: ${gate.next.en}`);
  return [
    `${say('関門', 'Gate')}${say('：', ': ')}${gate.label[language]}${next}`,
    `  ${say('条件', 'Conditions')}`,
    ...(gate.conditions.length === 0 ? [`    ${say('（なし）', '(none)')}`] : []),
    ...gate.conditions.flatMap(({ label, evidence, hard, met, missing, who }) => [
      `    ${met ? '✔' : '✘'} ${label[language]}${evidence === null ? '' : say(`（文書：${evidence}）`, ` (document: ${evidence})`)}${hard ? '' : say('（注意のみ）', ' (warning only)')}`,
      ...(missing === null ? [] : [`        ${missing.message[language]}`]),
      ...(met || who.length === 0
        ? []
        : [`        ${say('用意できる職：', 'who can supply it: ')}${names(who, language)}`]),
    ]),
    `  ${say('決裁', 'Approvals')}`,
    ...gate.approvals.flatMap(
      ({ label, quorum, complete, waitsFor, outsideTerm, outOfReach, recused, by }) => [
        `    ${complete ? '✔' : '✘'} ${label[language]} ${by.length}/${quorum}${complete || waitsFor.length === 0 ? '' : say(`（${names(waitsFor, language)} の後）`, ` (after ${names(waitsFor, language)})`)}${by.map(({ name, on }) => `  ${name} ${dayWord(on, language)}`).join('')}`,
        ...(complete || outsideTerm === null ? [] : [`        ${outsideTerm.message[language]}`]),
        ...recused.map(
          ({ name, on, reason }) =>
            `        ${say('除斥', 'takes no part')} ${name} ${dayWord(on, language)}${reason === null ? '' : say(`（${reason}）`, ` (${reason})`)}`,
        ),
        ...(outOfReach === null ? [] : [`        ${outOfReach.message[language]}`]),
      ],
    ),
    ...matterLines(gate, language),
    ...bundleLines(gate, language),
  ];
}

export const names = (posts: readonly { label: { ja: string; en: string } }[], language: Language): string =>
  posts.map(({ label }) => label[language]).join(language === 'ja' ? '、' : ', ');
