// The footnotes of a report: what the reader must know beside the tables. Sentences only; figures stand in the tables.

import type { Text } from '../../machines/definition/definition.ts';
import { contractNow } from '../../machines/migration/contract/now.ts';
import { standing } from '../../machines/migration/state.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { formatFiscalYear } from '../../machines/values/era.ts';
import { textOfBoth } from '../../machines/values/text.ts';
import { retirementText } from '../../texts/ending-words.ts';
import { undisclosedText } from '../../texts/undisclosed-texts.ts';
import type { Report } from '../contract/reports/tables.ts';
import type { Setting } from '../contract/values.ts';
import { correctedNotes } from './corrected-notes.ts';
import { exceeds } from './figures.ts';
import type { Assumptions, ReportedMigration } from './reported-migration.ts';

type Note = Report['notes'][number];

export function notesOf(
  definition: ProgrammeDefinition,
  migrations: readonly ReportedMigration[],
  setting: Setting,
): Note[] {
  return [
    ...rehearsal(setting),
    ...definition.waves.flatMap(({ label, note }) =>
      note ? [{ ja: `${label.ja}：${note.ja}`, en: `${label.en}: ${note.en}` }] : [],
    ),
    ...undisclosed(migrations),
    ...roundedTotals(migrations),
    ...continuing(migrations),
    ...contractNotes(migrations),
    ...correctedNotes(migrations),
    ...special(migrations),
    ...stopped(migrations),
    ...assumed(migrations),
  ];
}

const names = (migrations: readonly ReportedMigration[]): Note => ({
  ja: migrations.map(({ definition }) => definition.system.name.ja).join('、'),
  en: migrations.map(({ definition }) => definition.system.name.en).join(', '),
});

function rehearsal({ rehearsal: isRehearsal }: Setting): Note[] {
  if (!isRehearsal) return [];
  return [
    {
      ja: '演習のデータです。実際の報告には使えません。',
      en: 'Data of a rehearsal: not for use as a real report.',
    },
  ];
}

function undisclosed(migrations: readonly ReportedMigration[]): Note[] {
  const of = migrations.filter((migration) => migration.undisclosed);
  if (of.length === 0) return [];
  const { ja, en } = undisclosedText.procurement;
  return [{ ja: `調達：${ja}：${names(of).ja}`, en: `Procurement: ${en}: ${names(of).en}` }];
}

type Table = NonNullable<Note['about']>['table'];
interface Subject {
  word: Text;
  table: Table;
}
const SUBJECTS: { [K in keyof Assumptions]: Subject } = {
  position: { word: { ja: '工程', en: 'phase' }, table: 'progress' },
  selection: { word: { ja: '選定', en: 'selection' }, table: 'selections' },
  contract: { word: { ja: '契約', en: 'contract' }, table: 'contracts' },
  special: { word: { ja: '特定移行支援', en: 'special transition' }, table: 'special' },
};
const UNIT: Subject = { word: { ja: '調達単位', en: 'procurement unit' }, table: 'system' };

/** Each reason once, with what it is about and of which systems. */
function assumed(migrations: readonly ReportedMigration[]): Note[] {
  const systems = grouped(migrations, ({ definition }) => definition.system.assumed ?? null);
  return [
    ...(Object.keys(SUBJECTS) as (keyof Assumptions)[]).flatMap((kind) =>
      grouped(migrations, ({ assumptions }) => assumptions[kind]).map(([reason, of]) =>
        assumption(SUBJECTS[kind], reason, of),
      ),
    ),
    ...systems.map(([reason, of]) => assumption(UNIT, reason, of)),
  ];
}

function assumption({ word, table }: Subject, reason: string, of: readonly ReportedMigration[]): Note {
  const said = textOfBoth(reason);
  return {
    ja: `仮定（${word.ja}：${names(of).ja}）：${said.ja}`,
    en: `Assumed (${word.en}: ${names(of).en}): ${said.en}`,
    about: { table, systems: of.map(({ definition }) => definition.system.id) },
  };
}

function grouped(
  migrations: readonly ReportedMigration[],
  key: (migration: ReportedMigration) => string | null,
): [string, ReportedMigration[]][] {
  const groups = new Map<string, ReportedMigration[]>();
  for (const migration of migrations) {
    const found = key(migration);
    if (found !== null) groups.set(found, [...(groups.get(found) ?? []), migration]);
  }
  return [...groups];
}

function roundedTotals(migrations: readonly ReportedMigration[]): Note[] {
  return migrations.flatMap(({ definition, snapshot }) => {
    const { selection } = snapshot.context;
    if (selection === null) return [];
    const { total, printedTotal } = selection;
    if (!exceeds(total, printedTotal) && !exceeds(printedTotal, total)) return [];
    const { name } = definition.system;
    return [
      {
        ja: `${name.ja}の総得点は ${total} 点です（表示は ${printedTotal} 点）。`,
        en: `The exact total score of ${name.en} is ${total} (printed ${printedTotal}).`,
      },
    ];
  });
}

function continuing(migrations: readonly ReportedMigration[]): Note[] {
  return migrations.flatMap(({ definition, snapshot }) => {
    const years = contractNow(snapshot.context)?.continuesInto ?? [];
    if (years.length === 0) return [];
    const { name } = definition.system;
    return [
      {
        ja: `${name.ja}は${years.map(formatFiscalYear).join('・')}も継続して構築します（金額はまだ含まれていません）。`,
        en: `${name.en} is built on into FY ${years.join(', ')}; no amount for that is included yet.`,
      },
    ];
  });
}

/** A note shared by several contracts is said once. */
function contractNotes(migrations: readonly ReportedMigration[]): Note[] {
  const by = grouped(migrations, ({ snapshot }) => snapshot.context.contract?.note ?? null);
  return by.map(([note, of]) => ({
    ja: `契約金額（${names(of).ja}）：${note}`,
    en: `Contracts (${names(of).en}): ${note}`,
  }));
}

function special(migrations: readonly ReportedMigration[]): Note[] {
  if (!migrations.some(({ snapshot }) => standing(snapshot).regime !== 'standard')) return [];
  return [
    {
      ja: '特定移行支援システムは、令和6年12月の基本方針変更までは「移行困難システム」と呼ばれていました。該当する場合も、令和7年度末までのデータ要件への適合は必要です。',
      en: 'Systems under special transition (特定移行支援システム) were called 移行困難システム until December 2024. Conformity to the data requirements by the end of FY2025 stays due for them.',
    },
  ];
}

function stopped(migrations: readonly ReportedMigration[]): Note[] {
  const having = (activity: string) =>
    migrations.filter(({ snapshot }) => standing(snapshot).activity === activity);
  const [held, cancelled, retired] = [having('onHold'), having('cancelled'), having('retired')];
  return [
    ...(held.length > 0 ? [{ ja: `保留中：${names(held).ja}`, en: `On hold: ${names(held).en}` }] : []),
    ...(cancelled.length > 0
      ? [
          {
            ja: `中止（進捗状況の表には載せていません）：${names(cancelled).ja}`,
            en: `Cancelled, left out of the progress tables: ${names(cancelled).en}`,
          },
        ]
      : []),
    ...retired.map(({ definition: { system } }) => {
      const { ja, en } = retirementText[system.retired?.as ?? 'withdrawn'];
      const why = system.retired?.reason ?? '';
      return {
        ja: `${ja}（進捗状況の表にも国の集計にも含めていません）：${system.name.ja}（${why}）`,
        en: `${system.name.en} is ${en}, left out of the progress tables and of the national figures (${why})`,
      };
    }),
  ];
}
