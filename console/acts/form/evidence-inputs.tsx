// Documents as evidence: the file stays where it is, its SHA-256 is computed here, and the number and day of the
// official decision are asked for.
import { useState } from 'react';
import { formatEra } from '../../../machines/values/era.ts';
import { digestOf } from '../../figures/digest.ts';
import { useSpeech } from '../../words/language.tsx';
import { type EvidenceDraft, emptyEvidence } from '../sending/draft.ts';
import { KindInput } from './evidence-kind.tsx';
import { Field } from './field.tsx';
import type { AskedDocument, Faults, InputProps } from './input-props.ts';

export function EvidenceInputs({ draft, change, several, asked, faults }: InputProps & { several: boolean }) {
  const { t } = useSpeech();
  // A digest takes its time: what was typed meanwhile must not be lost, so the change is made to what is there then.
  const set = (key: string, part: Partial<EvidenceDraft>) =>
    change((was) => ({
      evidence: was.evidence.map((paper) => (paper.key === key ? { ...paper, ...part } : paper)),
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
            several && !paper.label
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
  onChange: (part: Partial<EvidenceDraft>) => void;
  onRemove: (() => void) | null;
}

function Paper({ paper, index, asked, faults, onChange, onRemove }: PaperProps) {
  const { t, say } = useSpeech();
  const id = (part: string) => `act-evidence-${index}-${part}`;
  const line = (part: 'title' | 'documentNo' | 'decidedOn', word: Parameters<typeof t>[0]) => (
    <Field
      id={id(part)}
      label={t(word)}
      fault={faults.get(id(part))}
      hint={part === 'decidedOn' && paper.decidedOn ? formatEra(paper.decidedOn) : null}
    >
      {(tied) => (
        <input
          {...tied}
          type={part === 'decidedOn' ? 'date' : 'text'}
          value={paper[part]}
          onChange={(event) => onChange({ [part]: event.target.value })}
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
        <KindInput id={id('kind')} {...{ paper, asked, faults }} onChange={(kind) => onChange({ kind })} />
      )}
      <FileInput
        id={id('file')}
        onDigest={(sha256, title) => onChange({ sha256, ...(paper.title ? {} : { title }) })}
      />
      <Field id={id('sha256')} label={t('act.sha256')} fault={faults.get(id('sha256'))}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            className="mono"
            spellCheck={false}
            autoComplete="off"
            value={paper.sha256}
            onChange={(event) => onChange({ sha256: event.target.value })}
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

function FileInput({ id, onDigest }: { id: string; onDigest: (sha256: string, title: string) => void }) {
  const { t } = useSpeech();
  const [state, setState] = useState<'idle' | 'computing' | 'unreadable'>('idle');
  const read = async (file: File) => {
    setState('computing');
    try {
      onDigest(await digestOf(file), file.name.replace(/\.[^.]+$/, ''));
      setState('idle');
    } catch {
      // The browser could not read it (moved, or no right to); the reader is told and may choose again.
      setState('unreadable');
    }
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('act.file')}</label>
      <input
        id={id}
        type="file"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void read(file);
        }}
      />
      <p className="hint" id={`${id}-hint`} aria-live="polite">
        {state === 'computing' && `${t('act.computing')}…`}
        {state === 'unreadable' && t('act.unreadable')}
        {state === 'idle' && t('act.evidenceNote')}
      </p>
    </div>
  );
}
