// What the board tells of a system outside its reader's posts, where the programme shows it at all: its name, phase and state, and
// whether it is live; not its national steps. Taken away before anything is searched or counted, so that no filter tells the rest.
import type { BoardRow } from '../../ledger/models/rows.ts';

export const outlineOf = (row: BoardRow): BoardRow => ({
  ...row,
  version: 0,
  head: null,
  summary: {
    ...row.summary,
    version: 0,
    waitingFor: [],
    blockers: [],
    deadlines: [],
    nextDeadline: null,
    slips: [],
    overdue: 0,
    nextWakeAt: null,
  },
  steps: {},
  stepReasons: {},
});
