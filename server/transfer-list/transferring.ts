// A list of who leaves, comes and moves as one transfer: read, laid against what people hold now, and looked at for what would no longer go
// on. Nothing is recorded here.
import { workAhead } from '../../machines/migration/gate/work-ahead.ts';
import { isReservedAccount } from '../../machines/programme/people/reserved-accounts.ts';
import { powersAfter } from '../../machines/programme/powers/changes.ts';
import { saidByTransfer } from '../../machines/programme/transfer/acts.ts';
import { type Foreseen, foresee, type Work } from '../../machines/programme/transfer/foresee.ts';
import { type Known, type Line, planned, type Transfer } from '../../machines/programme/transfer/plan.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { Names } from '../../texts/names.ts';
import { lineProblemText } from '../../texts/sheets/transfer-texts.ts';
import type { Person } from '../accounts/people.ts';
import { account as accountShape } from '../contract/accounts.ts';
import type { InputIssue } from '../contract/values.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { bytesOf, faultText, wrong } from '../sheet/handed-in.ts';
import { linesFrom } from './lines.ts';
import { readTransferList, type TransferRow } from './reader.ts';

export interface AskedTransfer {
  file: { name: string; base64: string };
  on?: string | undefined;
  others: 'stay' | 'end';
}

export interface Transferring {
  transfer: Transfer;
  foreseen: Foreseen[];
  /** What each is called, whom the chain knows or the list names. */
  called: Record<string, string>;
  unread: string[];
  /** Programmes of other rows of the list, by code. */
  elsewhere: string[];
}

type Parts = Pick<ServerParts, 'ledger' | 'people'>;

/** @throws ProblemError invalid, naming every row that cannot be meant */
export async function transferring(
  { ledger, people }: Parts,
  at: ProgrammeAtHand,
  by: Person,
  asked: AskedTransfer,
  names: Names,
): Promise<Transferring> {
  const { definition, days } = at;
  const { rows: all, unread } = await rowsOf(asked.file.base64);
  const { rows, elsewhere } = ofProgramme(all, definition.code);
  const read = linesFrom(rows, definition, names);
  const powers = (await ledger.programme(definition.code))?.snapshot.context.powers;
  if (powers === undefined) throw new ProblemError('notYet');
  const everybody = await people.list();
  const known = withinReach(everybody, by, definition);
  const issues = [...read.issues, ...strangers(read.lines, everybody, known)];
  if (issues.length > 0) throw new ProblemError('invalid', { issues });
  const on = asked.on ?? read.on;
  if (on === null) throw wrong('on', 'dayMissing', dayMissing);
  if (read.on !== null && read.on !== on) throw wrong('on', 'dayDiffers', dayDiffers(read.on));
  const plan = {
    lines: read.lines,
    on,
    othersStay: asked.others === 'stay',
    today: days.programme,
    rehearsal: by.rehearsal !== null,
  };
  const { transfer, problems } = planned(powers, known, plan);
  if (problems.length > 0) {
    const lines = problems.map((one) => ({
      line: one.row,
      field: 'account',
      code: one.code,
      message: lineProblemText(one, names),
    }));
    throw new ProblemError('invalid', { issues: lines });
  }
  const after =
    powersAfter(powers, saidByTransfer(transfer, { seq: 0, at: at.now, by: by.account })) ?? powers;
  const leaving = read.lines.filter(({ change, post }) => change === 'leave' && post === undefined);
  const foreseen = foresee({
    works: await worksOf(ledger, definition.code, definition.systems),
    before: powers,
    after,
    on,
    today: days.programme,
    leaving: leaving.map(({ account }) => account),
  });
  const called = Object.fromEntries(
    Object.entries(after.people).map(([account, { name }]) => [account, name]),
  );
  return { transfer, foreseen, called, unread, elsewhere };
}

/** Where a list says whose each row is: those of this programme. @throws ProblemError invalid */
function ofProgramme(
  all: readonly TransferRow[],
  code: string,
): { rows: readonly TransferRow[]; elsewhere: string[] } {
  const said = ({ cells }: TransferRow) => cells.programme?.normalize('NFKC').toLowerCase();
  if (all.every((row) => said(row) === undefined)) return { rows: all, elsewhere: [] };
  const issues = all
    .filter((row) => said(row) === '')
    .map(({ row: line }) => ({ line, field: 'programme', code: 'empty', message: programmeMissing }));
  if (issues.length > 0) throw new ProblemError('invalid', { issues });
  const rows = all.filter((row) => said(row) === code);
  const others = all.flatMap((row) => said(row) ?? []).filter((other) => other !== code);
  if (rows.length === 0) throw wrong('programme', 'noRows', noRows(code, [...new Set(others)]));
  return { rows, elsewhere: [...new Set(others)] };
}

const programmeMissing = {
  ja: 'どの計画の異動かが空です（計画の列に、計画のコードを入れてください）。',
  en: 'It does not say whose programme it is: the column 計画 (programme) takes its code.',
};
const noRows = (code: string, others: readonly string[]) => ({
  ja: `${code} の行がありません（一覧にあるのは ${others.join('、')}）。`,
  en: `No row is of ${code}; the list is of ${others.join(', ')}.`,
});
const dayMissing = {
  ja: 'いつからかが分かりません。発令日の列を入れるか、日付を指定してください。',
  en: 'It is not known from when: give the list a column 発令日, or say the day.',
};
const dayDiffers = (on: string) => ({
  ja: `一覧の発令日（${on}）と違います。`,
  en: `The list says ${on}.`,
});

async function rowsOf(base64: string): Promise<{ rows: TransferRow[]; unread: string[] }> {
  const sheet = await readTransferList(bytesOf(base64));
  switch (sheet.status) {
    case 'read':
      return sheet;
    case 'refused':
      throw wrong('file', sheet.fault.code, faultText(sheet.fault));
    case 'headless':
      throw wrong('file', 'people.none', {
        ja: '人の一覧が見つかりません。見出しの行に「アカウント」と「区分」の列が要ります。',
        en: 'No list of people is in it. A row of headings needs アカウント (account) and 区分 (change).',
      });
    case 'rowless':
      throw wrong('file', 'people.noRows', {
        ja: '見出しの行の下に、だれも書かれていません。',
        en: 'Nobody is written below the row of headings.',
      });
    case 'columnTwice':
      throw wrong('file', 'sheet.columnTwice', undefined, { ja: sheet.written, en: sheet.written });
  }
}

/** Whom this administrator may give posts here. */
function withinReach(
  everybody: readonly Person[],
  by: Person,
  { code }: ProgrammeAtHand['definition'],
): Known {
  const may = (person: Person) =>
    person.rehearsal === code || (person.rehearsal === null && by.rehearsal === null);
  return new Map(
    everybody
      .filter(may)
      .map(({ account, name, rehearsal: of }) => [
        account,
        { name, ...(of === null ? {} : { rehearsal: true as const }) },
      ]),
  );
}

/** Accounts that belong elsewhere, and names that nobody new can have. */
function strangers(lines: readonly Line[], everybody: readonly Person[], known: Known): InputIssue[] {
  const taken = new Set(everybody.map(({ account }) => account));
  return lines.flatMap(({ row, account }) => {
    if (known.has(account)) return [];
    const isFree =
      !taken.has(account) && !isReservedAccount(account) && accountShape.safeParse(account).success;
    const message = {
      ja: `${account} という名前のアカウントは、ここでは使えません。`,
      en: `The account name ${account} cannot be used here.`,
    };
    return isFree ? [] : [{ line: row, field: 'account', code: 'account', message }];
  });
}

async function worksOf(ledger: Parts['ledger'], code: string, systems: readonly string[]): Promise<Work[]> {
  const chains = systems.map((system) => chainOf(code, system));
  const states = await ledger.statesOn(chains, null);
  return states.flatMap(({ definition, snapshot }) => workAhead(definition, snapshot) ?? []);
}
