// What can be chosen in an act's dialog, read from the system's own page.
import { useQuery } from '@tanstack/react-query';
import type { SystemView } from '../../server/contract/migrations.ts';
import { stepNamesQuery } from '../queries.ts';
import { useSpeech } from '../words/language.tsx';

export type ChoiceSource =
  | 'earlierPhases'
  | 'phases'
  | 'deadlines'
  | 'stepStatuses'
  | 'steps'
  | 'businesses'
  | 'reasonTypes';

export function useChoices(from: ChoiceSource, view: SystemView, code: string): [string, string][] {
  const { t, say, day } = useSpeech();
  const { data: sheet } = useQuery({ ...stepNamesQuery(code), enabled: from === 'steps' });
  switch (from) {
    case 'earlierPhases':
      return view.phases
        .filter((phase) => phase.position === 'past')
        .map((phase) => [phase.id, say(phase.label)]);
    case 'phases':
      return view.phases.map((phase) => [phase.id, say(phase.label)]);
    case 'deadlines':
      return view.deadlines
        .filter(({ status }) => status === 'pending' || status === 'missed')
        .map(({ deadline, label, dueOn }) => [
          deadline,
          `${say(label)}（${dueOn ? day(dueOn, 'short') : '―'}）`,
        ]);
    case 'stepStatuses':
      return (['done', 'inProgress', 'notStarted', 'notApplicable'] as const).map((status) => [
        status,
        t(`step.${status}`),
      ]);
    case 'steps':
      return (sheet?.steps ?? []).map(({ id, name }) => [id, `${id} ${name}`]);
    case 'businesses':
      return view.row.businesses.map((business) => [business, business]);
    case 'reasonTypes':
      return ([1, 2, 3, 4] as const).map((type) => [String(type), t(`reason.${type}`)]);
  }
}
