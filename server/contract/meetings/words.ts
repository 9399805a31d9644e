// What a meeting's parts are called, for whoever prints one: the console and the command know the server by this folder alone.
import type { Form, Voice } from '../../../machines/decision/ballot.ts';
import type { Decides } from '../../../machines/decision/resolution.ts';
import type { Motion } from '../../../machines/programme/meetings/meeting.ts';
import {
  formText,
  motionName,
  motionText,
  outcomeText,
  statusText,
  voiceText,
} from '../../../texts/meetings/words.ts';

export type { Decides, Form, Motion, Voice };

export const meetingWords = {
  form: formText,
  motion: motionText,
  motionName,
  outcome: outcomeText,
  status: statusText,
  voice: voiceText,
} as const;
