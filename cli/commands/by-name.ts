// Which commands there are, in the order in which help lists them, and the file that each stands in: a file is read when one of its
// commands is meant. Reading all of them is most of what a command takes.
import type { CommandSpec } from '../command-spec.ts';
import type { Text } from '../print/speech.ts';

export interface CommandFile {
  names: string[];
  load: () => Promise<CommandSpec[]>;
}

export interface CommandGroup {
  title: Text;
  files: CommandFile[];
}

const file = (names: string, load: CommandFile['load']): CommandFile => ({ names: names.split(' '), load });

const look: CommandFile[] = [
  file('today', async () => [(await import('./day/today.ts')).todayCommand]),
  file('status as-of', async () => (await import('./board.ts')).boardCommands),
  file('show explain', async () => (await import('./show.ts')).showCommands),
  file('steps', async () => (await import('./national/steps.ts')).stepCommands),
  file('inbox deadlines', async () => (await import('./lists.ts')).listCommands),
  file('gantt', async () => [(await import('./planning/gantt.ts')).ganttCommand]),
  file('slips', async () => (await import('./deadlines.ts')).slipCommands),
  file('vendor', async () => (await import('./vendors/vendors.ts')).vendorCommands),
  file('collisions busy', async () => (await import('./vendors/collisions.ts')).collisionCommands),
  file('log entry', async () => (await import('./auditing/entries.ts')).entryCommands),
  file('watch', async () => [(await import('./watching/watch.ts')).watchCommand]),
  file('warned', async () => [(await import('./warned.ts')).warnedCommand]),
];

const act: CommandFile[] = [
  file('submit return withdraw attach go-back', async () => (await import('./gates.ts')).gateCommands),
  file('approve condition recuse', async () => (await import('./deciding/approving.ts')).decidingCommands),
  file(
    'hold resume cancel live roll-back waive plan regime',
    async () => (await import('./control.ts')).controlCommands,
  ),
  file('extend extension set-day acknowledge', async () => (await import('./deadlines.ts')).deadlineCommands),
  file('conformity measure', async () => (await import('./legal/legal-ends.ts')).legalEndCommands),
  file('rfp', async () => [(await import('./procuring/rfp.ts')).rfpCommand]),
  file('record', async () => (await import('./record.ts')).recordCommands),
  file('budget', async () => [(await import('./money/budget.ts')).budgetCommand]),
  file('estimate', async () => [(await import('./money/estimate.ts')).estimateCommand]),
  file('contract', async () => [(await import('./money/contract.ts')).contractCommand]),
  file('pia', async () => [(await import('./legal-ends/pia.ts')).piaCommand]),
  file('ordinance', async () => [(await import('./legal-ends/ordinance.ts')).ordinanceCommand]),
  file('judge rehearsal', async () => (await import('./legal-ends/readiness.ts')).readinessCommands),
  file('stabilise', async () => [(await import('./legal-ends/stabilisation.ts')).stabiliseCommand]),
  file('sheet', async () => (await import('./national/sheet.ts')).sheetCommands),
  file('occurrence', async () => (await import('./occurrences/occurrence.ts')).occurrenceCommands),
  file('meeting', async () => (await import('./deciding/meeting.ts')).meetingCommands),
  file('correct', async () => (await import('./correct.ts')).correctCommands),
];

const prove: CommandFile[] = [
  file('report national-sheet export verify', async () => (await import('./documents.ts')).documentCommands),
  file('doctor', async () => (await import('./doctor.ts')).doctorCommands),
  file('rebuild', async () => [(await import('./keeping/rebuild.ts')).rebuildCommand]),
  file('archive', async () => [(await import('./keeping/archive.ts')).archiveCommand]),
  file('search difference', async () => (await import('./auditing/search.ts')).searchCommands),
  file('audit corrections', async () => (await import('./auditing/audit.ts')).auditCommands),
  file('checkpoint', async () => [(await import('./auditing/checkpoint.ts')).checkpointCommand]),
  file('access', async () => (await import('./auditing/access.ts')).accessCommands),
];

const provide: CommandFile[] = [
  file('setup', async () => [(await import('./starting/setup.ts')).setupCommand]),
  file('load clock', async () => (await import('./programmes.ts')).programmeCommands),
  file('amend', async () => [(await import('./amending/amend.ts')).amendCommand]),
  file('amendments', async () => [(await import('./amending/amendments.ts')).amendmentsCommand]),
  file('folder', async () => [(await import('./amending/folder.ts')).folderCommand]),
  file('new', async () => (await import('./starting/new.ts')).newCommands),
  file('login logout whoami', async () => (await import('./identity.ts')).identityCommands),
  file('password', async () => (await import('./password.ts')).passwordCommands),
  file('second-factor', async () => (await import('./second-factor.ts')).secondFactorCommands),
  file('contact', async () => [(await import('./people/contact.ts')).contactCommand]),
  file('people', async () => (await import('./people/people.ts')).peopleCommands),
  file('deputy', async () => (await import('./people/deputy.ts')).deputyCommands),
  file('transfer', async () => (await import('./people/transfer.ts')).transferCommands),
  file('keys', async () => (await import('./keys.ts')).keyCommands),
];

export const commandGroups: CommandGroup[] = [
  { title: { ja: '見る', en: 'Look' }, files: look },
  { title: { ja: '動かす', en: 'Act' }, files: act },
  { title: { ja: '出す・確かめる', en: 'Report and prove' }, files: prove },
  { title: { ja: '計画・時計・サインイン', en: 'Programme, clock, sign-in' }, files: provide },
];

export interface LoadedGroup {
  title: Text;
  specs: CommandSpec[];
}

/** Those of the files that hold a command of this name; all of them where none does, or none is named. */
export function loadCommands(name?: string): Promise<LoadedGroup[]> {
  const holds = ({ names }: CommandFile) => name !== undefined && names.includes(name);
  const isKnown = commandGroups.some(({ files }) => files.some(holds));
  const loaded = async ({ title, files }: CommandGroup) => {
    const meant = isKnown ? files.filter(holds) : files;
    return { title, specs: (await Promise.all(meant.map(({ load }) => load()))).flat() };
  };
  return Promise.all(commandGroups.map(loaded));
}
