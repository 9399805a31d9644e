// How a deadline's day comes about, as its rule says it before any migration has walked. A closed table.

import type { DeadlineRule } from '../../machines/definition/deadline-rule.ts';
import type { Text } from '../../machines/definition/definition.ts';
import { dayText, listed, type Names } from '../names.ts';

const text = (ja: string, en: string): Text => ({ ja, en });
type Rule<K extends DeadlineRule['kind']> = Extract<DeadlineRule, { kind: K }>;

const units: Record<Rule<'forward'>['unit'], Text> = {
  days: text('日', 'days'),
  weeks: text('週', 'weeks'),
  months: text('か月', 'months'),
  years: text('年', 'years'),
  openDays: text('開庁日', 'open days'),
};
const edges = {
  start: text('の計画の初日', 'the planned start of'),
  end: text('の計画の末日', 'the planned end of'),
  entered: text('に入った日', 'entering'),
  submitted: text('を申請した日', 'submitting'),
  left: text('を終えた日', 'leaving'),
};

export function ruleText(rule: DeadlineRule, names: Names): Text {
  switch (rule.kind) {
    case 'fixed':
      return dayText(rule.on);
    case 'plan':
      return atEdge(rule, names);
    case 'forward':
      return forward(rule, names);
    case 'backward':
      return backward(rule, names);
    case 'undecided': {
      const who = listed(rule.setBy.map(names.post));
      return text(`未定（${who.ja}が決める）`, `undecided: ${who.en} sets it`);
    }
  }
}

const atEdge = ({ phase, edge }: { phase: string; edge: keyof typeof edges }, names: Names): Text => {
  const of = names.phase(phase);
  return text(`「${of.ja}」${edges[edge].ja}`, `${edges[edge].en} "${of.en}"`);
};

function forward({ anchor, length, unit }: Rule<'forward'>, names: Names): Text {
  const from = anchorText(anchor, names);
  return text(`${from.ja}から${length}${units[unit].ja}`, `${length} ${units[unit].en} from ${from.en}`);
}

function anchorText(anchor: Rule<'forward'>['anchor'], names: Names): Text {
  if ('occurrence' in anchor)
    return text(`出来事「${anchor.occurrence}」の日`, `the occurrence "${anchor.occurrence}"`);
  return 'system' in anchor ? milestone(anchor, names) : atEdge(anchor, names);
}

function backward({ from, length, unit }: Rule<'backward'>, names: Names): Text {
  const day = typeof from === 'string' ? dayText(from) : atEdge(from, names);
  const end = typeof from !== 'string' && from.fiscalYear;
  const point = end ? text(`${day.ja}の年度末`, `the end of the fiscal year of ${day.en}`) : day;
  return text(`${point.ja}の${length}${units[unit].ja}前`, `${length} ${units[unit].en} before ${point.en}`);
}

function milestone({ system, milestone: named }: { system: string; milestone: string }, names: Names): Text {
  const of = names.system(system);
  return text(`${of.ja}の節目「${named}」`, `the milestone "${named}" of ${of.en}`);
}
