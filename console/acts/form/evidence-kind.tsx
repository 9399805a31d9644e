// What a document is: one of those that the gate asks for, or any other.
import type { ExplanationView } from '../../../server/contract/migrations/explanation.ts';
import { useSpeech } from '../../words/language.tsx';
import type { EvidenceDraft } from '../sending/draft.ts';
import { Field } from './field.tsx';
import type { AskedDocument, Faults } from './input-props.ts';

/** The documents that a gate asks for, met or not. */
export function askedDocuments({ gate }: ExplanationView): AskedDocument[] {
  const conditions = gate?.conditions ?? [];
  return conditions.flatMap(({ evidence, label }) => (evidence === null ? [] : [{ kind: evidence, label }]));
}

interface KindProps {
  id: string;
  paper: EvidenceDraft;
  asked: readonly AskedDocument[];
  faults: Faults;
  onChange: (kind: string) => void;
}

/** One of the documents that the gate asks for, or any other. */
export function KindInput({ id, paper, asked, faults, onChange }: KindProps) {
  const { t, say } = useSpeech();
  return (
    <Field id={id} label={t('act.evidenceKind')} fault={faults.get(id)}>
      {(tied) => (
        <select {...tied} value={paper.kind} onChange={(event) => onChange(event.target.value)}>
          <option value="">―</option>
          {asked.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {say(label)}
            </option>
          ))}
          <option value="other">{t('act.otherEvidence')}</option>
        </select>
      )}
    </Field>
  );
}
