// Questions of vendors, numbered; each is answered, and all answers are published once, to all. Who asked is never in what is published.
import * as z from 'zod';
import { LENGTH } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { compareInstants } from '../../values/date.ts';
import { written } from '../../values/text.ts';
import { act, asksNote, type Case, line, note, people, WORDS } from '../act.ts';
import type { Rfp } from './memory.ts';
import { inRoom, offered, posts, rfp, running } from './room.ts';
import { isOverAt, notThen } from './stages.ts';
import { instant, MOST } from './terms.ts';

const number = z.number().int().min(1).max(MOST.questions);
const words = written(LENGTH.paragraph);

const asked = z.strictObject({
  type: z.literal('rfp.questionAsked'),
  rfp,
  number,
  from: line,
  question: words,
  /** When it arrived; when it is recorded, where left out. */
  receivedAt: instant.optional(),
});
type Asked = z.infer<typeof asked>;
const answered = z.strictObject({ type: z.literal('rfp.questionAnswered'), rfp, number, answer: words });
type Answered = z.infer<typeof answered>;

const outAlready = ({ answersPublishedOn: on }: Rfp): Refusal[] =>
  on === null ? [] : [refusal('rfp.answersOut', { on })];

function askingObjections({ event, fact }: Case<Asked>, open: Rfp): Refusal[] {
  const next = open.questions.length + 1;
  const { receivedAt = event.at } = fact;
  const until = open.stages.questionsUntil ?? open.stages.proposalsUntil ?? '';
  return [
    ...outAlready(open),
    ...(compareInstants(receivedAt, until) > 0 ? [refusal('rfp.late', { what: 'question', until })] : []),
    ...notThen(receivedAt, open, event.at),
    ...(fact.number === next ? [] : [refusal('rfp.questionNumber', { number: fact.number, next })]),
    ...(next > MOST.questions ? [refusal('rfp.limit', { what: 'questions', most: MOST.questions })] : []),
  ];
}

/** Also an answer that stands is written anew, until all are published. */
function answerObjections({ fact }: Case<Answered>, open: Rfp): Refusal[] {
  const known = open.questions.map((_, index) => String(index + 1));
  return [
    ...outAlready(open),
    ...(fact.number > open.questions.length
      ? [refusal('rfp.unknown', { what: 'question', id: String(fact.number), known })]
      : []),
  ];
}

export const unansweredIn = ({ questions }: Rfp): number[] =>
  questions.flatMap((isAnswered, index) => (isAnswered ? [] : [index + 1]));

function publishingObjections({ event }: Pick<Case, 'event'>, open: Rfp): Refusal[] {
  const numbers = unansweredIn(open);
  const until = open.stages.questionsUntil;
  return [
    ...outAlready(open),
    ...(until !== undefined && !isOverAt(open.stages, 'questionsUntil', event.at)
      ? [refusal('rfp.questionsStillCome', { until })]
      : []),
    ...(numbers.length > 0 ? [refusal('rfp.unanswered', { numbers })] : []),
  ];
}

/** No proposal before every question is answered, to all. */
export function answersObjections(open: Rfp): Refusal[] {
  const numbers = unansweredIn(open);
  if (numbers.length > 0) return [refusal('rfp.unanswered', { numbers })];
  const count = open.questions.length;
  return count > 0 && open.answersPublishedOn === null ? [refusal('rfp.answersNotOut', { count })] : [];
}

export const questionActs = {
  'rfp.questionAsked': act({
    // Who asked is never published.
    inside: true,
    schema: asked,
    from: people,
    taken: 'anywhere',
    asks: [
      { name: 'from', kind: 'line' },
      { name: 'question', kind: 'paragraph' },
    ],
    sample: (outlook) =>
      offered('runs', outlook, ({ questions, answersPublishedOn }) =>
        answersPublishedOn === null ? { number: questions.length + 1, from: WORDS, question: WORDS } : null,
      ),
    who: posts('runs'),
    objections: inRoom('runs', askingObjections),
    change: running((_, open) => ({ ...open, questions: [...open.questions, false] })),
  }),
  'rfp.questionAnswered': act({
    schema: answered,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'answer', kind: 'paragraph' }],
    sample: (outlook) =>
      offered('runs', outlook, (open) => {
        const [first] = unansweredIn(open);
        return first === undefined ? null : { number: first, answer: WORDS };
      }),
    who: posts('runs'),
    objections: inRoom('runs', answerObjections),
    change: running(({ fact }, open) => ({
      ...open,
      questions: open.questions.map((isAnswered, index) => isAnswered || index + 1 === fact.number),
    })),
  }),
  'rfp.answersPublished': act({
    schema: z.strictObject({ type: z.literal('rfp.answersPublished'), rfp, note }),
    from: people,
    taken: 'anywhere',
    asks: [asksNote],
    sample: (outlook) =>
      offered('runs', outlook, ({ questions, answersPublishedOn }) =>
        questions.length > 0 && answersPublishedOn === null ? {} : null,
      ),
    who: posts('runs'),
    objections: inRoom('runs', publishingObjections),
    change: running(({ event }, open) => ({ ...open, answersPublishedOn: event.occurredOn })),
  }),
};
