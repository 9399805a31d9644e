// The town's rules as the checker is given them.
import type { Rules } from './checker/check.ts';
import {
  answerDeadline,
  DUE_TIME,
  fixedDeadlines,
  MILESTONE,
  PLATFORM,
  pathOf,
  REMINDER_TIME,
  START_AT,
  START_DAY,
  smallPath,
  type Town,
  VOICES_TO_GO_BACK,
} from './town/town.ts';

export const rulesOf = ({ code, systems }: Town): Rules => ({
  code,
  systems,
  platform: PLATFORM,
  milestone: MILESTONE,
  pathOf,
  voicesToGoBack: VOICES_TO_GO_BACK,
  begun: { day: START_DAY, ms: Date.parse(START_AT) },
  deadlines: {
    fixed: fixedDeadlines,
    answer: answerDeadline,
    dueTime: DUE_TIME,
    reminderTime: REMINDER_TIME,
    lastPhase: smallPath.at(-1)?.id ?? '',
  },
});
