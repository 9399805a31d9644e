// What stands at a place of a definition, as a reader reads it: days by their era, ids by what they are called, closed words in words.
import type { Text } from '../../machines/definition/definition.ts';
import { deadlineKindText } from '../deadline/words.ts';
import { dayText } from '../names.ts';
import type { Called, CalledKind } from './called.ts';
import { placeIn } from './places.ts';

const text = (ja: string, en: string): Text => ({ ja, en });

/** What the ids under a field are ids of. */
export const kindUnder: Readonly<Record<string, CalledKind>> = {
  path: 'path',
  phases: 'phase',
  phase: 'phase',
  plan: 'phase',
  goLive: 'phase',
  gate: 'gate',
  approvals: 'body',
  bodies: 'body',
  body: 'body',
  owners: 'body',
  who: 'body',
  to: 'body',
  after: 'body',
  setBy: 'body',
  extendableBy: 'body',
  propose: 'body',
  approve: 'body',
  hold: 'body',
  cancel: 'body',
  control: 'body',
  steps: 'body',
  facts: 'body',
  regime: 'body',
  sees: 'body',
  deadlines: 'deadline',
  systems: 'system',
  system: 'system',
  dependents: 'system',
  heirs: 'system',
  figures: 'system',
  from: 'system',
  waves: 'wave',
  wave: 'wave',
  conditions: 'condition',
  occurrences: 'occurrence',
  occurrence: 'occurrence',
};

const closed: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  rule: {
    fixed: text('決まった日', 'a fixed day'),
    plan: text('計画の日程', 'as planned'),
    forward: text('ある日から後に数える', 'counted forward'),
    backward: text('ある日から前に数える', 'counted backward'),
    undecided: text('未定', 'undecided'),
  },
  edge: {
    start: text('始まり', 'start'),
    end: text('終わり', 'end'),
    entered: text('入った日', 'entered'),
    submitted: text('審査に出した日', 'submitted'),
    left: text('終えた日', 'left'),
  },
  unit: {
    days: text('日', 'days'),
    weeks: text('週', 'weeks'),
    months: text('か月', 'months'),
    years: text('年', 'years'),
    openDays: text('開庁日', 'open days'),
  },
  roll: {
    none: text('動かさない', 'stays'),
    next: text('次の開庁日', 'the next open day'),
    previous: text('前の開庁日', 'the open day before'),
    'civil-142': text('民法142条による', 'by Civil Code, art. 142'),
    'autonomy-4-2-4': text('地方自治法4条の2第4項による', 'by Local Autonomy Act, art. 4-2(4)'),
  },
  kind: {
    ...deadlineKindText,
    holiday: text('国民の祝日', 'national holiday'),
    custom: text('慣習', 'custom'),
    own: text('条例・改定', 'its own'),
  },
  quorum: { majority: text('過半数', 'the majority') },
  as: {
    notApplicable: text('対象外', 'not applicable'),
    withdrawn: text('廃止', 'given up'),
    split: text('分割', 'split'),
    merged: text('統合', 'merged'),
  },
};

/** `令和5年12月8日（2023-12-08）`; null where it is no day or month. */
export function writtenDay(written: string): Text | null {
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(written)) return null;
  const { ja, en } = dayText(written);
  return text(`${ja}（${written}）`, `${en} (${written})`);
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is Text =>
  isFields(value) && Object.keys(value).sort().join() === 'en,ja';

/** Of what has a name the id says nothing more. */
const isShown = (fields: Record<string, unknown>) => (name: string) =>
  fields[name] !== undefined && !(name === 'id' && (isText(fields.label) || isText(fields.name)));

/** Null where nothing stands. `at` is the way to it, whose last name is its field. */
export function valueText(at: readonly string[], value: unknown, called: Called): Text | null {
  if (value === undefined || value === null) return null;
  if (isText(value)) return value;
  if (typeof value === 'boolean') return value ? text('はい', 'yes') : text('いいえ', 'no');
  if (Array.isArray(value)) return joined(value.map((item) => valueText(at, item, called)));
  if (isFields(value))
    return joined(
      Object.keys(value)
        .filter(isShown(value))
        .map((name) => {
          const said = valueText([...at, name], value[name], called);
          const place = placeIn(name, at.at(-1)) ?? text(name, name);
          return said && text(`${place.ja}：${said.ja}`, `${place.en}: ${said.en}`);
        }),
    );
  return wordOf(at, String(value), called);
}

function wordOf(at: readonly string[], word: string, called: Called): Text {
  const [field = '', parent = ''] = [at.at(-1), at.at(-2)];
  // `2026-02` names a calendar's edition, not a month.
  if (field === 'version') return text(word, word);
  // The kind of a rule is said of the rule.
  const table = field === 'kind' && parent === 'rule' ? 'rule' : field;
  // The order, and an id, is of what it stands in.
  const kind = kindUnder[field === 'order' || field === 'id' ? parent : field];
  return closed[table]?.[word] ?? writtenDay(word) ?? (kind && called(kind, word)) ?? text(word, word);
}

const joined = (parts: readonly (Text | null)[]): Text => {
  const said = parts.filter((part) => part !== null);
  return text(said.map(({ ja }) => ja).join('、'), said.map(({ en }) => en).join(', '));
};
