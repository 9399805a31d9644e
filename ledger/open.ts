// The record as everyone else holds it: one object over one pool of connections. Knows no workflow and no route.

import type { Part } from '../machines/definition/parts.ts';
import type { ProgrammeDefinition } from '../machines/programme/definition.ts';
import type { AppendOutcome, Entry } from '../machines/record/entry.ts';
import { takeArchive } from './archive/take.ts';
import { append } from './chain/append.ts';
import { enteredAt, entriesBetween } from './chain/corrected.ts';
import { correctionPairs } from './chain/corrections.ts';
import { drivenChains, handedOverChains, isHandedOver } from './chain/driven-chains.ts';
import {
  beginning,
  type EntryFilter,
  entries,
  entriesByRequest,
  entriesOfType,
  entryByRequest,
  head,
  headNow,
  headSeq,
  heads,
  newestEntries,
  size,
} from './chain/entries.ts';
import { type Hearing, listenToMoves } from './chain/moves.ts';
import { endedIn } from './chain/resolved.ts';
import { type Named, unheardWords } from './chain/unheard.ts';
import { connectDatabase, type DatabaseOptions } from './database.ts';
import { adoptionProgress } from './definitions/adoption-progress.ts';
import { adoptionsAfter, unadopted } from './definitions/adoptions.ts';
import { uncontinued } from './definitions/continuations.ts';
import { Definitions } from './definitions/definitions.ts';
import { type Loading, load } from './definitions/load.ts';
import { loadingsOf } from './definitions/loadings.ts';
import { untoldOccurrences } from './definitions/occurrences.ts';
import { keepParts } from './definitions/parts.ts';
import { type GateOptions, openGate } from './lock/gate.ts';
import {
  type BoardFilter,
  boardChoosable,
  boardFound,
  boardPage,
  boardPhases,
  boardRowOf,
  boardTotals,
  worstPage,
} from './models/board.ts';
import { applicantsCalled, peopleCalled } from './models/called.ts';
import { type Concerned, deadlinesConcerning } from './models/concerning.ts';
import type { Page, PageRequest } from './models/cursor.ts';
import { type DeadlineFilter, deadlinePage } from './models/deadlines.ts';
import { checkpointsOf } from './models/digests/checkpoints.ts';
import { contactsOf } from './models/digests/contacts.ts';
import { digestsReadOf } from './models/digests/reading.ts';
import { roundsOf } from './models/digests/rounds.ts';
import { sendingsOf } from './models/digests/sendings.ts';
import { tellingOf } from './models/digests/telling.ts';
import { trialsOf } from './models/digests/trials.ts';
import { everyWarning, type WarningFilter, warningsOf } from './models/digests/warnings.ts';
import {
  countedEverywhere,
  type Dimension,
  type Everywhere,
  groupsEverywhere,
  phasesEverywhere,
  rowsEverywhere,
} from './models/everywhere.ts';
import {
  inboxNotices,
  inboxTasks,
  markRead,
  markReadUntil,
  type Reader,
  unreadNotices,
  unreadOf,
} from './models/inbox.ts';
import { laggingBoards } from './models/lagging-boards.ts';
import { outboxOf } from './models/outbox.ts';
import { rebuildReadModels } from './models/rebuild.ts';
import { digestsOf, fallenBy, toldBy } from './models/told.ts';
import { workerBeatsOf } from './models/worker-beats.ts';
import { agingOf } from './past/aging.ts';
import type { AsOf, By, UpTo } from './past/by.ts';
import { inNameWithDays } from './past/in-name.ts';
import { boardOn, grounds, type PastState, stateNow, stateOn, statesOn } from './past/past.ts';
import { programmeList, programmeOn, programmeState } from './past/programmes.ts';
import { phasesStood, type Stood } from './past/stood.ts';
import { type VerifyOptions, verify } from './proof/verify.ts';

export type Ledger = ReturnType<typeof openLedger>;

export type LedgerOptions = DatabaseOptions & GateOptions;

export function openLedger(url: string, options: LedgerOptions = {}) {
  const database = connectDatabase(url, options);
  const definitions = new Definitions(database);
  const gate = openGate(database, definitions, options);
  const closing = new AbortController();
  const listening: Promise<void>[] = [];
  return {
    database,
    definitions,
    load: (loading: Loading) => load(database, loading),
    append: (given: readonly Entry[], notAfter: number | null = null): Promise<AppendOutcome> =>
      append(database, gate, given, notAfter),

    head: (chain: string) => head(database, chain),
    headSeq: (chain: string) => headSeq(database, chain),
    headNow: (chain: string) => headNow(database, chain),
    size: (programme: string) => size(database, programme),
    /** The days on which its record begins; null before its first entry. */
    beginning: (programme: string, chains?: readonly string[]) => beginning(database, programme, chains),
    heads: (programme?: string) => heads(database, programme),
    drivenChains: (programme?: string) => drivenChains(database, programme),
    /** Whether a programme has been handed over to another installation, and not been taken up since. */
    isHandedOver: (programme: string) => isHandedOver(database, programme),
    handedOverChains: () => handedOverChains(database),
    loadings: loadingsOf(database),
    entries: (chain: string, after: number, limit: number) => entries(database, chain, after, limit),
    entryByRequest: (chain: string, key: string) => entryByRequest(database, chain, key),
    entriesByRequest: (chain: string, keys: readonly string[]) => entriesByRequest(database, chain, keys),
    /** What was announced to a migration of what it waits for, and its chain has not taken, as it was said. */
    unheardWords: (chain: string, awaited: readonly Named[]) =>
      unheardWords(database, definitions, chain, awaited),
    /** What a migration's programme has adopted or recorded around it and it has not heard, and what it is to go on with, as the words that it is to take. */
    unadopted: async (chain: string) => {
      // It goes on with others by the definition that it has adopted for it, before it adopts another.
      const words = await uncontinued(database.sql, definitions, chain);
      if (words.length > 0) return words;
      const adoptions = await unadopted(database.sql, definitions.parts, chain);
      // What happened is told by what the definition in force counts from.
      return adoptions.length > 0 ? adoptions : untoldOccurrences(database.sql, definitions, chain);
    },
    /** What a programme has adopted after an entry of its chain. */
    adoptionsAfter: (programme: string, after: number) =>
      adoptionsAfter(database.sql, definitions.parts, programme, after),
    /** How far an adopted amendment has come, system by system; null where it has not been adopted. */
    adoptionProgress: async (programme: string, amendment: number) => {
      const { sql } = database;
      const first = await definitions.firstMigrations(programme);
      return adoptionProgress({ sql, parts: definitions.parts, first }, programme, amendment);
    },
    /** What is kept by these digests; those that are not are left out. */
    keptTexts: (digests: readonly string[]) => definitions.parts.texts(digests),
    keepParts: (parts: readonly Part[]) => keepParts(database.sql, parts),
    /** The keys that a programme's chain names, as they stand now. */
    keys: (programme: string) => gate.keys.of(programme, true),
    /** The same, as they were read a few seconds ago. */
    keysLately: (programme: string) => gate.keys.of(programme),
    /** Where a programme's clock was set last; null before its first entry. */
    clockAnchor: (programme: string, rehearsal: boolean) => gate.clocks.anchor(programme, rehearsal),
    /** What people hold in a programme, as its chain says now; null where it says nothing of it. */
    powers: async (programme: string) => (await gate.powers.of(programme, true)).powers,
    /** What of a programme ages without a deadline of its own, by a day on its clock. */
    aging: (programme: ProgrammeDefinition, today: string) =>
      agingOf(
        { database, definitions, powers: async (code) => (await gate.powers.of(code, true)).powers },
        programme,
        today,
      ),
    keyHistory: (programme: string) => gate.keys.history(programme),
    entriesOfType: (chain: string, type: string, after: number) =>
      entriesOfType(database, chain, type, after),
    newestEntries: (filter: EntryFilter, page: PageRequest): Promise<Page<Pick<Entry, 'body' | 'hash'>>> =>
      newestEntries(database, filter, page),

    /** An entry with what it was decided on, or null. */
    enteredAt: (chain: string, seq: number) =>
      enteredAt(
        entriesBetween(database.sql),
        (of, version) => definitions.migration(of, version),
        chain,
        seq,
      ),
    /** All of a meeting that is over, by the entry that ended it. */
    endedMeeting: (programme: string, seq: number) => endedIn(entriesBetween(database.sql), programme, seq),
    peopleCalled: (accounts: readonly string[]) => peopleCalled(database, accounts),
    applicantsCalled: (chain: string) => applicantsCalled(database, chain),
    decidedInName: (chains: readonly string[], asOf: AsOf) =>
      inNameWithDays(database, definitions, chains, asOf),
    correctionPairs: (chains: readonly string[], asOf: AsOf, upTo: UpTo | null = null) =>
      correctionPairs(database, chains, asOf, upTo),

    programmes: () => programmeList(database),
    programme: (code: string) => programmeState(database, definitions, code),
    programmeOn: (code: string, day: string, by: By, upTo: UpTo | null = null) =>
      programmeOn(database, definitions, code, day, by, upTo),

    board: (filter: BoardFilter, page: PageRequest) => boardPage(database, filter, page),
    boardWorstFirst: (filter: BoardFilter, page: PageRequest) => worstPage(database, filter, page),
    boardFound: (filter: BoardFilter) => boardFound(database, filter),
    boardChoosable: (programme: string) => boardChoosable(database, programme),
    boardPhases: (programme: string) => boardPhases(database, programme),
    boardTotals: (programme: string) => boardTotals(database, programme),
    /** Over all programmes. */
    everywhere: {
      counted: (asked: Everywhere) => countedEverywhere(database, asked),
      groups: (asked: Everywhere, by: Dimension) => groupsEverywhere(database, asked, by),
      rows: (asked: Everywhere, page: { offset: number; limit: number }) =>
        rowsEverywhere(database, asked, page),
      phases: (asked: Pick<Everywhere, 'programmes' | 'chains'>) => phasesEverywhere(database, asked),
    },
    system: (chain: string) => boardRowOf(database, chain),
    state: (chain: string) => stateNow(database, definitions, chain),
    stateOn: (chain: string, day: string, by: By) => stateOn(database, definitions, chain, day, by),
    statesOn: (chains: readonly string[], asOf: AsOf, upTo: UpTo | null = null) =>
      statesOn(database, definitions, chains, asOf, upTo),
    grounds: (states: readonly PastState[], types: readonly string[]) => grounds(database, states, types),
    boardOn: (programme: string, day: string, by: By) => boardOn(database, definitions, programme, day, by),

    /** In which phase each entry of these chains was recorded. */
    phasesStood: (chains: readonly string[]): Promise<Stood[]> => phasesStood(database, chains),

    deadlines: (filter: DeadlineFilter, page: PageRequest) => deadlinePage(database, filter, page),
    /** What concerns who holds some posts, over programmes, and whether there is more than so many. */
    deadlinesConcerning: (asked: Concerned, most: number) =>
      deadlinesConcerning(database, definitions, asked, most),
    notices: (reader: Reader, page: PageRequest) => inboxNotices(database, reader, page),
    unread: (reader: Reader) => unreadNotices(database, reader),
    unreadOf: (reader: Reader, most: number) => unreadOf(database, reader, most),
    tasks: (reader: Reader) => inboxTasks(database, reader),
    fallenBy: (adoptions: readonly { chain: string; seq: number }[]) => fallenBy(database, adoptions),
    toldBy: (chain: string, seq: number) => toldBy(database, chain, seq),
    digestsOf: (programme: string, of: Parameters<typeof digestsOf>[2]) => digestsOf(database, programme, of),
    markRead: (reader: Reader, ids: readonly string[]) => markRead(database, reader, ids),
    markReadUntil: (reader: Reader, id: string) => markReadUntil(database, reader, id),

    outbox: outboxOf(database),
    rounds: roundsOf(database),
    sendings: sendingsOf(database),
    checkpoints: checkpointsOf(database),
    contacts: contactsOf(database),
    trials: trialsOf(database),
    digests: digestsReadOf(database),
    warnings: (programme: string, of: { system: string; deadline: string | null }) =>
      warningsOf(database, programme, of),
    everyWarning: (filter: WarningFilter) => everyWarning(database, filter),
    telling: tellingOf(database),
    laggingBoards: () => laggingBoards(database),
    workerBeats: workerBeatsOf(database),
    /** All of a programme as one file. @throws ArchiveRefusal file.tooLarge */
    archive: (programme: string) => takeArchive(database, programme),
    rebuildReadModels: (programme?: string) => rebuildReadModels(database, definitions, programme),
    verify: (asked: VerifyOptions = {}) => verify(database, asked),

    /** Tells of every chain that moves, until the record is closed. */
    hearMoves: (hear: Hearing): void => {
      listening.push(listenToMoves(database, hear, closing.signal));
    },

    close: async () => {
      closing.abort();
      await Promise.all(listening);
      await database.close();
    },
  };
}
