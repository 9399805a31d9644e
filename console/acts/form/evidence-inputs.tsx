// Documents as evidence: the file stays where it is, its SHA-256 is computed here, and the number and day of the
// official decision are asked for.
import { useSpeech } from '../../words/language.tsx';
import { type EvidenceDraft, emptyEvidence } from '../sending/draft.ts';
import { isWanted } from '../sending/wanted.ts';
import { KindInput } from './evidence-kind.tsx';
import { Field } from './field.tsx';
import { FileInput } from './file-input.tsx';
import type { AskedDocument, Faults, InputProps } from './input-props.ts';

type Props = InputProps & { several: boolean };
type PaperChange = (was: EvidenceDraft) => Partial<EvidenceDraft>;

export function EvidenceInputs({ act, draft, change, several, asked, faults }: Props) {
  const { t } = useSpeech();
  // A digest takes its time: what was typed meanwhile must not be lost, so the change is made to what is there then.
  const set = (key: string, part: PaperChange) =>
    change((was) => ({
      evidence: was.evidence.map((paper) => (paper.key === key ? { ...paper, ...part(paper) } : paper)),
    }));
  return (
    <>
      {draft.evidence.map((paper, index) => (
        <Paper
          key={paper.key}
          paper={paper}
          index={index}
          asked={asked}
          faults={faults}
          onChange={(part) => set(paper.key, part)}
          onRemove={
            several && !isWanted(paper, act)
              ? () => change({ evidence: draft.evidence.filter((other) => other.key !== paper.key) })
              : null
          }
        />
      ))}
      {several && (
        <p>
          <button
            type="button"
            className="button slim"
            onClick={() => change({ evidence: [...draft.evidence, emptyEvidence()] })}
          >
            {t('act.addEvidence')}
          </button>
        </p>
      )}
    </>
  );
}

interface PaperProps {
  paper: EvidenceDraft;
  index: number;
  asked: readonly AskedDocument[];
  faults: Faults;
  onChange: (part: PaperChange) => void;
  onRemove: (() => void) | null;
}

function Paper({ paper, index, asked, faults, onChange, onRemove }: PaperProps) {
  const { t, say, era } = useSpeech();
  const id = (part: string) => `act-evidence-${index}-${part}`;
  const line = (part: 'title' | 'documentNo' | 'decidedOn', word: Parameters<typeof t>[0]) => (
    <Field
      id={id(part)}
      label={t(word)}
      fault={faults.get(id(part))}
      understood={part === 'decidedOn' && paper.decidedOn ? era(paper.decidedOn) : null}
    >
      {(tied) => (
        <input
          {...tied}
          type={part === 'decidedOn' ? 'date' : 'text'}
          value={paper[part]}
          onChange={(event) => onChange(() => ({ [part]: event.target.value }))}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="evidence">
      <legend className="legend">
        {paper.label ? t('act.evidenceOf', { label: say(paper.label) }) : t('act.evidence')}
      </legend>
      {!paper.label && (
        <KindInput
          id={id('kind')}
          {...{ paper, asked, faults }}
          onChange={(kind) => onChange(() => ({ kind }))}
        />
      )}
      <FileInput id={id('file')} onChange={onChange} />
      <Field id={id('sha256')} label={t('act.sha256')} fault={faults.get(id('sha256'))}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            className="mono"
            spellCheck={false}
            autoComplete="off"
            value={paper.sha256}
            onChange={(event) => onChange(() => ({ sha256: event.target.value }))}
          />
        )}
      </Field>
      {line('title', 'act.title')}
      <div className="two">
        {line('documentNo', 'act.documentNo')}
        {line('decidedOn', 'act.decidedOn')}
      </div>
      {onRemove && (
        <p>
          <button type="button" className="button slim" onClick={onRemove}>
            {t('act.removeEvidence')}
          </button>
        </p>
      )}
    </fieldset>
  );
}
