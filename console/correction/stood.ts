// What an entry says, as the form that recorded it would have it typed: to be put right in the same inputs. Pure.

import { stepStatuses } from '../../machines/values/national-step.ts';
import { costsTyped } from '../acts/form/figures.ts';
import type { Question } from '../acts/questions.ts';
import { afresh, type Draft, type EvidenceDraft, emptyAmount } from '../acts/sending/draft.ts';
import { actWords } from '../acts/words.ts';

/**
 * What the entry itself left open may stay so: it was recorded before anybody asked for it. Of national steps each is asked by itself,
 * since an entry of a sheet gives them several statuses; one that is emptied was not meant.
 */
export const askedAgain = (asks: readonly Question[], fact: Readonly<Record<string, unknown>>): Question[] =>
  asks.flatMap((question) => {
    const stands = memberOf(fact, question.name);
    if (question.kind === 'steps') return stepsOf(stands).map((step) => stepQuestion(question, step));
    return [{ ...question, optional: question.optional || stands === undefined }];
  });

const stepsOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

const stepQuestion = (steps: Question, step: string): Question => ({
  ...steps,
  name: `${steps.name}.${step}`,
  kind: 'choice',
  optional: true,
  label: { ja: `ステップ ${step}`, en: `Step ${step}` },
  choices: stepStatuses.map((status) => ({ value: status, label: actWords[`step.${status}`] })),
});

/** The member of a fact behind `outOf.price`. */
function memberOf(fact: Readonly<Record<string, unknown>>, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
      fact,
    );
}

/** Named by their place, so that what stood and what is typed of the same document are found by one name. */
function papersIn(value: unknown): EvidenceDraft[] {
  const found: unknown[] = Array.isArray(value) ? value : [value];
  return found.flatMap((paper, place): EvidenceDraft[] => {
    if (typeof paper !== 'object' || paper === null) return [];
    const part = (name: string) => typedOf(Reflect.get(paper, name));
    const [kind, title, sha256] = [part('kind'), part('title'), part('sha256')];
    return [
      {
        key: `stood-${place}`,
        label: null,
        documentNo: part('documentNo'),
        decidedOn: part('decidedOn'),
        ...{ kind, title, sha256 },
      },
    ];
  });
}

const typedOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(String).join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

function amountsIn(value: unknown): Draft['amounts'] {
  const listed = Array.isArray(value) ? value : [];
  return listed.map((one: { fiscalYear?: unknown; amountYen?: unknown }) => ({
    ...emptyAmount(typedOf(one.fiscalYear)),
    amountYen: typedOf(one.amountYen),
  }));
}

export function draftOf(
  fact: Readonly<Record<string, unknown>>,
  asks: readonly Question[],
  occurredOn: string,
  seenVersion: number,
): Draft {
  const draft: Draft = {
    ...afresh(),
    seenVersion,
    occurredOn,
    values: {},
    chosen: {},
    evidence: [],
    amounts: [],
  };
  for (const { name, kind } of asks) {
    const value = memberOf(fact, name);
    if (kind === 'amounts') draft.amounts = amountsIn(value);
    else if (kind === 'paper' || kind === 'papers') draft.evidence = papersIn(value);
    else if (kind === 'costs') draft.values[name] = costsTyped(Array.isArray(value) ? value : []);
    else if (kind === 'businesses' || kind === 'reasonTypes')
      draft.chosen[name] = Array.isArray(value) ? value.map(String) : [];
    else draft.values[name] = typedOf(value);
  }
  return draft;
}
