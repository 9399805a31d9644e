// A PIA by its rounds: what was judged, what has come of it, and since when it is done.
import type { VagueDay } from '../../values/date.ts';
import { lastNote, NOTED, type Note, noteAt } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';
import type { piaMarks } from './shapes.ts';

export type PiaMark = (typeof piaMarks)[number];
type Known = Pick<MigrationContext, 'noted'>;

export const markKey = (no: number, reached: PiaMark): string => `${no}/${reached}`;

export interface PiaRound {
  judged: Note<typeof NOTED.piaJudged>;
  commented: Note<typeof NOTED.piaCommented> | undefined;
  marks: Partial<Record<PiaMark, Note<typeof NOTED.piaAdvanced>>>;
}

export function roundOf(context: Known, no: number): PiaRound | undefined {
  const judged = noteAt(context, NOTED.piaJudged, no);
  if (!judged) return undefined;
  const mark = (reached: PiaMark) => {
    const note = noteAt(context, NOTED.piaAdvanced, markKey(no, reached));
    return note ? { [reached]: note } : {};
  };
  return {
    judged,
    commented: noteAt(context, NOTED.piaCommented, no),
    marks: { ...mark('reviewed'), ...mark('submitted'), ...mark('published') },
  };
}

export const lastRound = (context: Known): PiaRound | undefined => {
  const last = lastNote(context, NOTED.piaJudged);
  return last && roundOf(context, last.no);
};

/** Done by its publication, or by the judgement that none is needed. */
export function piaDoneOn(context: Known): VagueDay | undefined {
  const round = lastRound(context);
  return round?.judged.evaluation === 'none' ? round.judged.on : round?.marks.published?.on;
}
