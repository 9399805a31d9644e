// Whose resolution decides a matter: the one rule for whoever takes it, and for whoever asks beforehand what a body could decide.
import type { Decides } from '../../decision/resolution.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { deadlineOf } from '../deadlines/named.ts';
import { reviewers } from '../gate/reviewers.ts';
import { controlOf } from '../rfp/room.ts';

export function askedFor(definition: MigrationDefinition, decides: Decides): readonly string[] {
  const { control, phases } = definition.path;
  switch (decides.kind) {
    case 'gate':
      return phases.flatMap((phase) => (phase.id === decides.phase ? reviewers(phase) : []));
    case 'goingBack':
    case 'waiver':
      return control.goBack.approve;
    case 'cancellation':
      return control.cancel;
    case 'extension':
      return deadlineOf(definition, decides.deadline)?.extendableBy ?? [];
    case 'tie':
    case 'candidate':
    case 'failure':
    case 'single':
    case 'end':
      return controlOf(definition).decides;
  }
}
