// What can be chosen in an act's dialog, all of it read from the system's own page.
import { businessText } from '../../../machines/values/names/business.ts';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import { type Speech, useSpeech } from '../../words/language.tsx';
import type { Question } from '../questions.ts';

export type ChoiceSource =
  | 'earlierPhase'
  | 'phase'
  | 'deadline'
  | 'undecidedDeadline'
  | 'cause'
  | 'choice'
  | 'ordinal'
  | 'steps'
  | 'businesses'
  | 'reasonTypes';

type Choice = [value: string, text: string];

export function useChoices(from: ChoiceSource, view: SystemView, question: Question): Choice[] {
  return choicesOf(from, view, question, useSpeech());
}

export function choicesOf(
  from: ChoiceSource,
  view: SystemView,
  question: Question,
  { t, say, day }: Pick<Speech, 't' | 'say' | 'day'>,
): Choice[] {
  switch (from) {
    case 'earlierPhase':
      return view.phases
        .filter((phase) => phase.position === 'past')
        .map((phase) => [phase.id, say(phase.label)]);
    case 'phase':
      return view.phases.map((phase) => [phase.id, say(phase.label)]);
    case 'deadline':
      return view.deadlines
        .filter(({ open }) => open)
        .map(({ deadline, label, dueOn }) => [
          deadline,
          `${say(label)}${t('mark.open')}${dueOn ? day(dueOn, 'short') : '―'}${t('mark.close')}`,
        ]);
    case 'undecidedDeadline':
      return view.deadlines
        .filter(({ undecided }) => undecided !== null)
        .map(({ deadline, label }) => [deadline, say(label)]);
    case 'cause':
      return (['vendor', 'spec', 'budget', 'staff', 'other'] as const).map((cause) => [
        cause,
        t(`deadline.cause.${cause}`),
      ]);
    case 'choice':
      return (question.choices ?? []).map(({ value, label }) => [value, say(label)]);
    case 'ordinal':
      return numbered(view, question.name);
    case 'steps':
      return view.nationalSteps.map(({ id, name }) => {
        const statuses = new Set(view.row.businesses.map((business) => view.steps[business]?.[id]));
        const now = [...statuses].map((status) => t(`step.${status ?? 'notStarted'}`)).join('／');
        return [id, `${id} ${name}${t('mark.open')}${now}${t('mark.close')}`];
      });
    case 'businesses':
      return view.row.businesses.map((business) => [business, say(businessText(business))]);
    case 'reasonTypes':
      return ([1, 2, 3, 4] as const).map((type) => [String(type), t(`reason.${type}`)]);
  }
}

/** What goes by a number in the record goes by its title before a reader. */
function numbered({ ends }: SystemView, name: string): [string, string][] {
  const titled = ({ no, title }: { no: number; title: string }): [string, string] => [String(no), title];
  if (name === 'criterion') return ends.criteria.map(titled);
  const open = ends.stabilisation.incidents.filter(({ closed }) => closed === null);
  return open.map(titled);
}
