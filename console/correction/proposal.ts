// What is proposed, as it stands in the form: what should have stood, how it is said before it is sent, and what it still lacks. Pure.
import { faultWords } from '../acts/form/act-inputs.tsx';
import { faultsOf } from '../acts/form/check.ts';
import { changedFact } from '../acts/form/fact.ts';
import { vagueDayOf } from '../acts/form/figures.ts';
import type { Question } from '../acts/questions.ts';
import type { Draft } from '../acts/sending/draft.ts';
import { type Among, changesIn } from './changes.ts';
import type { Speech } from './words.ts';
import type { Working } from './working.ts';

/** Typed beside the act's own answers, under names that no act asks for. */
export const own = { how: ' how', reason: ' reason', account: ' account', name: ' name' } as const;

interface Form {
  asks: readonly Question[];
  /** As the entry says it, and as it is typed now. */
  stood: Draft;
  typed: Draft;
}

interface Proposal {
  isVoid: boolean;
  /** Null where the entry should not have been at all. */
  should: Stood | null;
  reason: string;
  faults: ReadonlyMap<string, string>;
  lines: string[];
  /** Null where it can be sent. */
  lacks: string | null;
}

export function proposalIn(
  form: Form,
  { draft, view }: Pick<Working, 'draft' | 'view'>,
  speech: Speech,
): Proposal {
  const { asks, stood, typed } = form;
  const { was } = draft;
  const { t, say } = speech;
  const beside = besideIn(typed);
  const { reason, isVoid } = beside;
  const found = isVoid ? [] : wrongIn(asks, typed, view.setting.today);
  const faults = new Map(faultWords(found, { t, say }));
  const should = isVoid
    ? null
    : {
        fact: changedFact(was.fact, asks, stood, typed),
        occurredOn: vagueDayOf(typed.occurredOn) ?? typed.occurredOn,
        actor: beside.isOther ? actorAs(was.actor, beside.account, beside.name) : was.actor,
      };
  const first = found[0] && faults.get(found[0].id);
  return {
    isVoid,
    should,
    reason,
    faults,
    lines: [
      ...(should
        ? changeLines(form, { was, should }, { view, documents: draft.documents }, speech)
        : [t('correction.voids', { what: say(draft.summary) })]),
      ...(reason === '' ? [] : [t('correction.why', { reason })]),
    ],
    lacks: first ?? lackIn({ was, should }, beside, t),
  };
}

function besideIn({ values }: Draft) {
  const typed = (key: keyof typeof own) => (values[own[key]] ?? '').trim();
  const [account, name] = [typed('account'), typed('name')];
  return {
    account,
    name,
    isOther: account !== '' || name !== '',
    isVoid: typed('how') === 'void',
    reason: typed('reason'),
  };
}

type Stood = Pick<Working['draft']['was'], 'fact' | 'occurredOn' | 'actor'>;

interface Sides {
  was: Stood;
  should: Stood | null;
}

function lackIn(
  { was, should }: Sides,
  { isOther, account, name, reason }: ReturnType<typeof besideIn>,
  t: Speech['t'],
): string | null {
  if (isOther && (account === '' || name === '')) return t('correction.both');
  if (should && isSame(should, was)) return t('correction.nothing');
  return reason === '' ? t('act.fillIn', { field: t('correction.reason') }) : null;
}

function changeLines(
  { asks, stood, typed }: Form,
  { was, should }: { was: Stood; should: Stood },
  among: Among,
  speech: Speech,
): string[] {
  const { t, day } = speech;
  const change = (field: string, before: string, now: string) =>
    t('correction.change', {
      field,
      was: before || t('correction.empty'),
      now: now || t('correction.empty'),
    });
  const isRead = vagueDayOf(typed.occurredOn) !== null;
  const isOther = should.actor !== was.actor;
  return [
    ...changesIn(asks, [stood, typed], among, speech).map((one) => change(one.field, one.was, one.now)),
    ...(should.occurredOn === was.occurredOn
      ? []
      : [
          change(
            t('correction.occurred'),
            day(was.occurredOn),
            isRead ? day(should.occurredOn) : should.occurredOn,
          ),
        ]),
    ...(isOther ? [change(t('correction.name'), was.actor.name, should.actor.name)] : []),
  ];
}

/** By any way of writing a day; a month alone is a day of the record, where no day was known. */
function wrongIn(asks: readonly Question[], typed: Draft, today: string) {
  const read = vagueDayOf(typed.occurredOn);
  const found = faultsOf(asks, read === null ? typed : { ...typed, occurredOn: read }, today);
  return found.filter(({ id, kind }) => id !== 'act-occurredOn' || read === null || kind === 'act.future');
}

const isSame = (should: Stood, was: Stood): boolean =>
  JSON.stringify([should.fact, should.occurredOn, should.actor]) ===
  JSON.stringify([was.fact, was.occurredOn, was.actor]);

/** By which grant another acted, and in whose stead, nobody says here. */
function actorAs(actor: Working['draft']['was']['actor'], account: string, name: string) {
  const { grant: _theirs, deputy: _stead, ...rest } = actor;
  return { ...rest, account, name };
}
