// The 40 national steps with their official names, in order.
import { nationalSteps } from '../../machines/values/national-step.ts';
import stepNames from './national-step-names.json' with { type: 'json' };

const names: Readonly<Record<string, string>> = stepNames;

export const namedNationalSteps: readonly { id: string; name: string }[] = nationalSteps.map((id) => ({
  id,
  name: names[id] ?? id,
}));
