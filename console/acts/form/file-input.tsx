// A file of a document: it stays where it is, its SHA-256 is computed here, and it gives a title where none was typed.
import { useRef, useState } from 'react';
import { digestOf } from '../../figures/digest.ts';
import { lastBegun } from '../../figures/last-begun.ts';
import { useSpeech } from '../../words/language.tsx';

/** A title that no one typed goes with the file that gave it. */
const titleOf = (file: File) => file.name.replace(/\.[^.]+$/, '');

interface Paper {
  title: string;
  sha256: string;
}

interface Props {
  id: string;
  onChange: (part: (was: Paper) => Partial<Paper>) => void;
}

export function FileInput({ id, onChange }: Props) {
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
