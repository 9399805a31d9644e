// Which command sends which act, so that what may be done can be said as what to type.
const commands: Record<string, string> = {
  'phase.submitted': 'submit',
  'submission.withdrawn': 'withdraw',
  'gate.approved': 'approve',
  'gate.returned': 'return',
  'goingBack.proposed': 'go-back propose',
  'goingBack.approved': 'go-back approve',
  'goingBack.dismissed': 'go-back dismiss',
  'goingBack.withdrawn': 'go-back withdraw',
  'system.wentLive': 'live',
  'system.rolledBack': 'roll-back',
  'milestone.waived': 'waive',
  'evidence.attached': 'attach',
  'steps.recorded': 'steps --set',
  'plan.changed': 'plan',
  'deadline.extended': 'extend',
  'migration.held': 'hold',
  'migration.resumed': 'resume',
  'cancellation.proposed': 'cancel propose',
  'cancellation.approved': 'cancel approve',
  'cancellation.dismissed': 'cancel dismiss',
  'cancellation.withdrawn': 'cancel withdraw',
  'regime.flagged': 'regime flag',
  'regime.applied': 'regime apply',
  'regime.designated': 'regime designate',
  'regime.withdrawn': 'regime withdraw',
  'budget.voted': 'record budget',
  'selection.recorded': 'record selection',
  'contract.recorded': 'record contract',
};

/** The command of an act; the act's own type where this release has no command for it. */
export const commandOf = (type: string): string => commands[type] ?? `(${type})`;
