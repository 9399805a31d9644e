// 特定個人情報保護評価: しきい値判断, 意見聴取, then 第三者点検, 委員会提出 and 公表. Again, as another round, where an important change is made.
import * as z from 'zod';
import { act, asksNote, type Case } from '../act.ts';
import { lastNote, nextNo } from '../noted/noted.ts';
import { noting, recordersAndOwners, samplePaper } from '../noted/noting.ts';
import { roundOf } from './rounds.ts';
import { advancedObjections, commentedObjections, judgedObjections } from './rules.ts';
import { piaAdvanced, piaCommented, piaJudged } from './shapes.ts';
import { belowThreshold } from './thresholds.ts';

const supplies = ['piaDone'] as const;
const who = recordersAndOwners;

/** What of a round came after one of its parts. */
function after({ context, fact }: Case<{ type: string; no: number; reached?: string }>): string[] {
  const round = roundOf(context, fact.no);
  const { reviewed, submitted, published } = round?.marks ?? {};
  const later = { reviewed: [submitted, published], submitted: [published], published: [] };
  const rest =
    fact.reached === undefined ? [reviewed, submitted, published] : later[fact.reached as keyof typeof later];
  return (rest ?? []).some((mark) => mark !== undefined) ? ['pia.advanced'] : [];
}

export const piaActs = {
  'pia.judged': act({
    open: true,
    schema: piaJudged.extend({ type: z.literal('pia.judged') }),
    ...noting('pia.judged', {
      key: ({ no }) => no,
      supplies,
      who,
      objections: judgedObjections,
      carries: ({ context, fact }) => {
        // The round is told by its other parts, since the judgement is taken out.
        const { commented, advanced } = partsOf(context, fact.no);
        return [...(commented ? ['pia.commented'] : []), ...(advanced ? ['pia.advanced'] : [])];
      },
    }),
    cautions: ({ fact }) => belowThreshold(fact),
    asks: [
      { name: 'evaluation', kind: 'choice' },
      { name: 'subjects', kind: 'number', optional: true },
      asksNote,
    ],
    sample: ({ context }) => ({ no: nextNo(context, 'pia.judged'), evaluation: 'full' as const }),
  }),
  'pia.commented': act({
    open: true,
    schema: piaCommented.extend({ type: z.literal('pia.commented') }),
    ...noting('pia.commented', { key: ({ no }) => no, who, objections: commentedObjections, carries: after }),
    asks: [
      { name: 'openedOn', kind: 'exactDay' },
      { name: 'closedOn', kind: 'exactDay' },
      { name: 'opinions', kind: 'number', optional: true },
      asksNote,
    ],
    sample({ context, today }) {
      const round = lastNote(context, 'pia.judged');
      return round ? { no: round.no, openedOn: today, closedOn: today } : null;
    },
  }),
  'pia.advanced': act({
    open: true,
    schema: piaAdvanced.extend({ type: z.literal('pia.advanced') }),
    ...noting('pia.advanced', {
      key: ({ no, reached }) => `${no}/${reached}`,
      supplies,
      who,
      shown: true,
      objections: advancedObjections,
      carries: after,
    }),
    asks: [{ name: 'reached', kind: 'choice' }, { name: 'evidence', kind: 'paper' }, asksNote],
    sample({ context }) {
      const round = lastNote(context, 'pia.judged');
      return round ? { no: round.no, reached: 'reviewed' as const, evidence: samplePaper } : null;
    },
  }),
};

function partsOf(context: Case['context'], no: number) {
  const advanced = Object.keys(context.noted?.['pia.advanced'] ?? {}).some((key) => key.startsWith(`${no}/`));
  return { commented: context.noted?.['pia.commented']?.[String(no)], advanced };
}
