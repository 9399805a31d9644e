// Documents as evidence: the file stays where it is, its SHA-256 is computed here, and the number and day of the
// official decision are asked for.
import { useRef, useState } from 'react';
import { digestOf } from '../../figures/digest.ts';
import { lastBegun } from '../../figures/last-begun.ts';
import { useSpeech } from '../../words/language.tsx';
import { type EvidenceDraft, emptyEvidence } from '../sending/draft.ts';
import { isWanted } from '../sending/wanted.ts';
import { KindInput } from './evidence-kind.tsx';
import { Field } from './field.tsx';
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

/** A title that no one typed goes with the file that gave it. */
const titleOf = (file: File) => file.name.replace(/\.[^.]+$/, '');

function FileInput({ id, onChange }: { id: string; onChange: (part: PaperChange) => void }) {
  const { t } = useSpeech();
  const [state, setState] = useState<'idle' | 'computing' | 'unreadable'>('idle');
  const [inTurn] = useState(lastBegun);
  const given = useRef<string | null>(null);
  // Until its digest is there, a chosen file has none: that of the file before is another document's.
  const read = async (file: File) => {
    setState('computing');
    onChange((was) => ({ sha256: '', ...(was.title === given.current ? { title: '' } : {}) }));
    const end = await inTurn(() => digestOf(file));
    if (end === null) return;
    // Where it failed, the browser could not read it (moved, or no right to): the reader is told and may choose again.
    setState('failed' in end ? 'unreadable' : 'idle');
    if ('failed' in end) return;
    given.current = titleOf(file);
    onChange((was) => ({ sha256: end.ended, ...(was.title === '' ? { title: titleOf(file) } : {}) }));
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('act.file')}</label>
      <p className="hint" id={`${id}-hint`} aria-live="polite">
        {state === 'computing' && `${t('act.computing')}…`}
        {state === 'unreadable' && t('act.unreadable')}
        {state === 'idle' && t('act.evidenceNote')}
      </p>
      <input
        id={id}
        type="file"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void read(file);
        }}
      />
    </div>
  );
}
