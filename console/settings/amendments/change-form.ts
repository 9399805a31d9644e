// A small change as it is typed: which of its kind's fields are asked, what is still missing, and the change that is sent.
import type { Change } from '../../../server/contract/amendments.ts';

export const changeKinds = ['closedDay', 'deadline', 'quorum', 'members', 'label', 'plan', 'body'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface TypedChange {
  kind: ChangeKind;
  on: string;
  closed: string;
  of: string;
  id: string;
  phase: string;
  body: string;
  count: string;
  ja: string;
  en: string;
  votes: string;
  startOn: string;
  endOn: string;
}
export type FieldName = Exclude<keyof TypedChange, 'kind'>;

export const emptyChange: TypedChange = {
  kind: 'closedDay',
  on: '',
  closed: 'true',
  of: '',
  id: '',
  phase: '',
  body: '',
  count: '',
  ja: '',
  en: '',
  votes: '',
  startOn: '',
  endOn: '',
};

/** What a kind is called; a body's field is called so too. */
export const kindWord = (kind: ChangeKind) =>
  kind === 'body' ? ('amend.bodyNew' as const) : (`amend.${kind}` as const);

const asked: Record<ChangeKind, readonly FieldName[]> = {
  closedDay: ['on', 'closed'],
  deadline: ['id', 'on'],
  quorum: ['phase', 'body', 'count'],
  members: ['body', 'count'],
  label: ['of', 'id', 'ja', 'en'],
  plan: ['of', 'id', 'phase', 'startOn', 'endOn'],
  body: ['id', 'ja', 'en', 'count', 'phase', 'votes'],
};
export const fieldsOf = (kind: ChangeKind): readonly FieldName[] => asked[kind];

/** The same as they are said of a change that is gathered: what comes has a name, by which it is known, before its id. */
export const saidOf = (kind: ChangeKind): readonly FieldName[] =>
  kind === 'body' ? ['ja', 'en', 'id', 'count', 'phase', 'votes'] : asked[kind];

/** A name in English is for who reads it: without one the Japanese stands there too. */
export const isRequired = (name: FieldName, { kind, phase }: TypedChange): boolean => {
  if (kind === 'body' && name === 'phase') return false;
  // How many of it decide is asked once it is said where.
  return name === 'votes' ? phase !== '' : name !== 'en';
};

export const missingIn = (typed: TypedChange): FieldName[] =>
  fieldsOf(typed.kind).filter((name) => isRequired(name, typed) && typed[name].trim() === '');

/** A phase of one path, as it is chosen: two paths may call the same phase otherwise, and ask otherwise of it. */
export const phaseOn = (path: string, phase: string): string => `${path}/${phase}`;
function onPath(chosen: string): { path?: string; phase: string } {
  const [path = '', phase] = chosen.split('/');
  return phase === undefined ? { phase: path } : { path, phase };
}

/** Of one that lacks nothing; what is wrong in it the server says. */
export function changeOf(typed: TypedChange): Change {
  const { kind, on, id, phase, body, ja, en, startOn, endOn } = typed;
  const count = Number(typed.count);
  switch (kind) {
    case 'closedDay':
      return { kind, on, closed: typed.closed === 'true' };
    case 'deadline':
      return { kind, deadline: id, on };
    case 'quorum':
      return { kind, ...onPath(phase), body, quorum: count };
    case 'members':
      return { kind, body, members: count };
    case 'label':
      return { kind, of: labelled(typed.of), id, label: { ja, en: en.trim() === '' ? ja : en } };
    case 'body': {
      const decides = phase === '' ? {} : { decides: { ...onPath(phase), quorum: Number(typed.votes) } };
      return { kind, id, label: { ja, en: en.trim() === '' ? ja : en }, members: count, ...decides };
    }
    case 'plan':
      return { kind, of: typed.of === 'wave' ? 'wave' : 'system', id, phase, startOn, endOn };
  }
}

const labels = ['phase', 'body', 'deadline', 'system'] as const;
type Labelled = (typeof labels)[number];
const labelled = (of: string): Labelled => labels.find((one) => one === of) ?? 'phase';
