// By which facts a migration takes what a body has resolved. Names alone, for whoever lists them.

export const RESOLVED = [
  'gate.resolved',
  'goingBack.resolved',
  'cancellation.resolved',
  'waiver.resolved',
  'extension.resolved',
  'rfp.tieResolved',
  'rfp.candidateResolved',
  'rfp.failureResolved',
  'rfp.singleResolved',
  'rfp.endResolved',
] as const;
export const isResolved = (type: string): boolean => RESOLVED.some((one) => one === type);
