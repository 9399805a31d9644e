// The fact that the answers of an act's dialog make, in the shape the server's door takes.
import type { Draft, EvidenceDraft } from './draft.ts';

type Fact = { type: string } & Record<string, unknown>;

/** Figures as typed here: full-width digits and separators are the same figures. */
export const plain = (typed: string) => typed.normalize('NFKC').trim();
export const whole = (typed: string) => Number(plain(typed).replaceAll(',', ''));

function paper({ kind, title, sha256, documentNo, decidedOn }: EvidenceDraft) {
  return {
    kind: plain(kind),
    title: title.trim(),
    sha256: plain(sha256).toLowerCase(),
    documentNo: documentNo.trim(),
    decidedOn,
  };
}

/** `about` is the phase the act concerns: the current one, or the one gone back to. */
export function factOf(type: string, about: string, draft: Draft): Fact {
  const { values, chosen } = draft;
  const value = (name: string) => (values[name] ?? '').trim();
  const words = (name: string) => (value(name) === '' ? {} : { [name]: value(name) });
  const types = (chosen.reasonTypes ?? []).map(Number);
  switch (type) {
    case 'evidence.attached':
      return { type, evidence: draft.evidence.map(paper)[0] };
    case 'phase.submitted':
      return { type, phase: about, evidence: draft.evidence.map(paper), ...words('note') };
    case 'submission.withdrawn':
    case 'gate.approved':
    case 'gate.returned':
      return { type, phase: about, ...words('reason'), ...words('note') };
    case 'goingBack.proposed':
      return { type, to: value('to'), ...words('reason') };
    case 'goingBack.approved':
    case 'goingBack.dismissed':
      return { type, to: about, ...words('reason'), ...words('note') };
    case 'steps.recorded':
      return {
        type,
        businesses: chosen.businesses ?? [],
        statuses: Object.fromEntries((chosen.steps ?? []).map((step) => [step, value('status')])),
        ...words('reason'),
      };
    case 'plan.changed':
      return {
        type,
        phase: value('phase'),
        startOn: value('startOn'),
        endOn: value('endOn'),
        ...words('reason'),
      };
    case 'budget.voted':
      return { type, fiscalYear: whole(value('fiscalYear')), ...words('note') };
    case 'selection.recorded':
      return selection(type, value);
    case 'contract.recorded':
      return { ...contract(type, value, draft), ...words('note') };
    case 'regime.flagged':
      return { type, reasonTypes: types, ...words('scope'), ...words('note') };
    case 'regime.applied':
      return { type, reasonTypes: types, ...words('note') };
    case 'regime.designated':
      return { type, completionOn: value('completionOn') || null, basis: value('basis') };
    default:
      return { type, ...words('deadline'), ...words('dueOn'), ...words('reason') };
  }
}

function selection(type: string, value: (name: string) => string): Fact {
  const score = (name: string) => plain(value(name));
  return {
    type,
    candidate: value('candidate'),
    technical: score('technical'),
    price: score('price'),
    printedTotal: score('printedTotal'),
    outOf: { technical: score('maxTechnical'), price: score('maxPrice') },
    method: value('method'),
    applicants: value('applicants') === '' ? null : whole(value('applicants')),
  };
}

function contract(type: string, value: (name: string) => string, draft: Draft): Fact {
  const years = plain(value('continuesInto'))
    .split(/[,、\s]+/)
    .filter(Boolean);
  return {
    type,
    vendor: value('vendor'),
    amounts: draft.amounts.map(({ fiscalYear, amountYen }) => ({
      fiscalYear: whole(fiscalYear),
      amountYen: whole(amountYen),
    })),
    totalYen: whole(value('totalYen')),
    continuesInto: years.map(Number),
  };
}
