// One system in lines for people: its phases, deadlines, decisions, selection and contract.
import { formatFiscalYear } from '../../../machines/values/era.ts';
import { textOfBoth } from '../../../machines/values/text.ts';
import type { PhaseView, SystemView } from '../../../server/contract/migrations/system.ts';
import { names, stateWord } from '../board-lines.ts';
import type { Language } from '../speech.ts';
import { speak } from '../speech.ts';
import { pairLines, tableLines } from '../table.ts';
import {
  cautionWord,
  daysLeftWord,
  dayWord,
  deadlineWords,
  percentWord,
  regimeWord,
  requirementWords,
  settingWord,
  yenWord,
} from '../words.ts';
import { provisoLines, recusalLines } from './decision-lines.ts';
import { ordinanceLines, piaLines, readinessLines, stabilisationLines } from './legal-lines.ts';
import { lineageLines } from './lineage-lines.ts';
import { budgetLines, estimateLines, versionLines } from './money-lines.ts';

export function systemLines(view: SystemView, language: Language): string[] {
  const say = speak(language);
  const blocks: [string, string[]][] = [
    ['', headLines(view, language)],
    [say('工程', 'Phases'), phaseLines(view, language)],
    [say('非開示', 'Not disclosed'), undisclosedLines(view, language)],
    [say('期限', 'Deadlines'), deadlineLines(view, language)],
    [say('この工程の決裁', 'Decisions in this phase'), decisionLines(view, language)],
    [say('承認の条件', 'Conditions of approvals'), provisoLines(view.provisos, language)],
    [say('除斥', 'Take no part'), recusalLines(view, language)],
    [say('事業者選定', 'Selection'), selectionLines(view, language)],
    [say('契約（移行経費）', 'Contract'), contractLines(view, language)],
    [say('予算', 'Budget'), budgetLines(view.money, language)],
    [say('見積', 'Estimates'), estimateLines(view.money, language)],
    [say('契約の経緯', 'Versions of the contract'), versionLines(view.money, language)],
    [say('特定個人情報保護評価', 'Privacy impact assessment'), piaLines(view.ends, language)],
    [say('条例・規則', 'Ordinances'), ordinanceLines(view.ends, language)],
    [say('移行判定', 'Going live judged'), readinessLines(view.ends, language)],
    [say('稼働後の安定化', 'Stabilisation'), stabilisationLines(view.ends, language)],
    [say('特定移行支援', 'Special transition'), specialLines(view, language)],
    [say('要件への適合', 'Conforms'), conformityLines(view, language)],
    [say('経過措置', 'Functions that follow later'), measureLines(view, language)],
    [say('仮定', 'Assumed'), view.assumptions.map((assumed) => `  ・${textOfBoth(assumed)[language]}`)],
  ];
  return blocks.flatMap(([title, lines]) => {
    if (lines.length === 0) return [];
    return title === '' ? lines : ['', title, ...lines];
  });
}

function headLines({ setting, row, head, lineage }: SystemView, language: Language): string[] {
  const say = speak(language);
  const rates = row.completion.map(
    ({ business, permille, live }) =>
      `${business} ${percentWord(permille)}${live ? say('（稼働）', ' (live)') : ''}`,
  );
  return [
    settingWord(setting, language),
    `${row.name[language]}（${row.system}）`,
    ...lineageLines(lineage, language),
    ...pairLines([
      [say('期', 'Wave'), row.waveLabel[language]],
      [say('業務', 'Businesses'), `${row.businesses.join('、')}${row.part ? `（${row.part}）` : ''}`],
      [say('工程', 'Phase'), `${row.phaseLabel[language]} ${row.phaseIndex + 1}/${row.phaseCount}`],
      [say('状態', 'State'), stateWord(row, language)],
      [say('対応待ち', 'Waits for'), names(row.waitingFor, language)],
      [say('40ステップ完了率', '40 steps'), rates.join('、')],
      [say('未充足', 'Missing'), row.blockers.map(({ message }) => message[language]).join('\n')],
      [
        say('最新の記録', 'Last entry'),
        head &&
          say(`第${head.seq}件 ${dayWord(head.occurredOn, 'ja')}`, `no. ${head.seq}, ${head.occurredOn}`),
      ],
    ]),
  ];
}

const MARKS: Record<PhaseView['position'], string> = { past: '✔', here: '▶', ahead: '・' };

function phaseLines({ phases }: SystemView, language: Language): string[] {
  const say = speak(language);
  const columns = [
    '',
    say('工程', 'Phase'),
    say('開始', 'Entered'),
    say('完了', 'Left'),
    say('計画', 'Plan'),
    say('関門の決裁', 'Approvals'),
  ];
  const rows = phases.map(({ id, label, position, days, plan, gate }) => [
    MARKS[position],
    `${label[language]}（${id}）`,
    dayWord(days.entered, language),
    dayWord(days.left, language),
    plan === null
      ? ''
      : `${dayWord(plan.startOn, language)}～${dayWord(plan.endOn, language)}${plan.assumed === null ? '' : say('（仮定）', ' (assumed)')}`,
    gate?.approvals.map(({ label: body, quorum }) => `${body[language]} ${quorum}`).join(say('、', ', ')) ??
      '',
  ]);
  return tableLines(
    columns.map((head) => ({ head })),
    rows,
    '',
  ).map((line) => `  ${line}`);
}

function undisclosedLines({ phases }: SystemView, language: Language): string[] {
  return phases.flatMap(({ label, undisclosed }) =>
    undisclosed ? [`  ${label[language]}：${undisclosed[language]}`] : [],
  );
}

/** What was granted or is asked for, and by how many posts it is known. */
function toldOf(
  { extended, asked, acknowledged }: SystemView['deadlines'][number],
  language: Language,
): string[] {
  const say = speak(language);
  const wished = asked && dayWord(asked.dueOn, language);
  return [
    extended ? say('延長', 'extended') : '',
    asked ? say(`${wished}への延長を申請中`, `asked: ${wished}`) : '',
    acknowledged.length > 0 ? say('確認済み', 'acknowledged') : '',
  ];
}

function deadlineLines({ deadlines }: SystemView, language: Language): string[] {
  const say = speak(language);
  const columns = [
    'ID',
    say('期限', 'Deadline'),
    say('期日', 'Due'),
    say('残り', 'Left'),
    say('状態', 'State'),
    say('根拠', 'Basis'),
  ];
  const rows = deadlines.map((row) => [
    row.deadline,
    `${row.label[language]}${row.hard ? say('（厳守）', ' (hard)') : ''}${row.assumed === null ? '' : say('（仮定）', ' (assumed)')}`,
    [dayWord(row.dueOn, language), cautionWord(row, language), ...toldOf(row, language)]
      .filter((part) => part !== '')
      .join(' '),
    daysLeftWord(row, language),
    row.undecided === null ? deadlineWords[row.status][language] : say('未定', 'undecided'),
    row.basis,
  ]);
  if (rows.length === 0) return [];
  return tableLines(
    columns.map((head) => ({ head })),
    rows,
    '',
  ).map((line) => `  ${line}`);
}

function decisionLines(
  { submission, approvals, goingBack, pause }: SystemView,
  language: Language,
): string[] {
  const say = speak(language);
  const line = (
    what: string,
    by: { name: string; postLabel: { ja: string; en: string } },
    on: string,
    more: string | null,
  ) =>
    `  ・${dayWord(on, language)} ${what} ${by.postLabel[language]} ${by.name}${more ? say(`：${more}`, `: ${more}`) : ''}`;
  return [
    ...(submission ? [line(say('審査の依頼', 'submitted'), submission, submission.on, submission.note)] : []),
    ...approvals.map((given) => line(say('承認', 'approved'), given, given.on, given.note)),
    ...(goingBack
      ? [
          line(
            say(`「${goingBack.toLabel.ja}」への手戻りの申出`, `back to ${goingBack.toLabel.en}`),
            goingBack,
            goingBack.on,
            goingBack.reason,
          ),
        ]
      : []),
    ...(pause ? [line(say('中断・中止', 'held or cancelled'), pause.by, pause.on, pause.reason)] : []),
  ];
}

function selectionLines({ selection }: SystemView, language: Language): string[] {
  if (selection === null) return [];
  const say = speak(language);
  const { candidate, technical, price, total, printedTotal, method } = selection;
  const exact = total === printedTotal ? '' : say(`（表示 ${printedTotal}）`, ` (printed ${printedTotal})`);
  return [
    `  ${candidate}  ${say('技術点', 'technical')} ${technical} + ${say('価格点', 'price')} ${price} = ${total}${exact}  ${method}`,
  ];
}

function contractLines({ contract }: SystemView, language: Language): string[] {
  if (contract === null) return [];
  const say = speak(language);
  const year = (fiscalYear: number) => say(formatFiscalYear(fiscalYear), `FY${fiscalYear}`);
  const amounts = contract.amounts.map(
    ({ fiscalYear, amountYen }) => `${year(fiscalYear)} ${yenWord(amountYen, language)}`,
  );
  const years = contract.continuesInto.map(year).join(say('・', ', '));
  const more = years === '' ? '' : say(`（${years}も継続）`, ` (continues into ${years})`);
  return [`  ${contract.vendor}  ${amounts.join(' + ')} = ${yenWord(contract.totalYen, language)}${more}`];
}

function conformityLines({ conforms }: SystemView, language: Language): string[] {
  return conforms.map(
    ({ requirement, on, title, documentNo }) =>
      `  ${requirementWords[requirement][language]}  ${dayWord(on, language)}  ${title}  ${documentNo}`,
  );
}

function measureLines({ measures }: SystemView, language: Language): string[] {
  const say = speak(language);
  return measures.map(({ function: name, until, basis, endedOn }) => {
    const ended =
      endedOn === null ? '' : say(`  適合 ${dayWord(endedOn, language)}`, `  conforms since ${endedOn}`);
    return `  ${name}  ${say('期限', 'by')} ${dayWord(until, language)}  ${basis}${ended}`;
  });
}

function specialLines({ special, row }: SystemView, language: Language): string[] {
  if (special === null) return [];
  const say = speak(language);
  const { reasonTypes, scope, completionOn, pending } = special;
  const reasons = `${say('事由', 'reasons')} ${reasonTypes.join('・') || say('未記載', 'not stated')}`;
  // Until it is designated nobody has left its day open: there is none.
  const completion =
    row.regime === 'designated'
      ? [`${say('移行完了', 'completion')} ${dayWord(completionOn, language) || say('未定', 'not set')}`]
      : [];
  const open = pending ? [dayWord(pending.on, language), pending.basis] : [];
  const said = [reasons, ...(scope ? [scope] : []), ...completion, ...open];
  return [`  ${[regimeWord(row)[language], ...said].join('  ')}`];
}
