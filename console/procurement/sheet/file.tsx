// The sheet as a workbook: the form to take away, and one that is filled in, read as it is chosen and signed after it is confirmed.
import { useId, useState } from 'react';
import { base64Of } from '../../figures/base64.ts';
import { useWords } from '../../words/language.tsx';
import { rfpPath } from '../queries.ts';
import { procurementWords } from '../words.ts';
import type { Signed } from './use-sheet.ts';

interface Props {
  code: string;
  system: string;
  onChosen: (signed: Signed) => void;
}

export function SheetFile({ code, system, onChosen }: Props) {
  const { t } = useWords(procurementWords);
  const id = useId();
  const [error, setError] = useState('');
  const choose = async (file: File | undefined) => {
    setError('');
    if (!file) return;
    try {
      onChosen({ file: { name: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) } });
    } catch (cause) {
      setError(String(cause));
    }
  };
  return (
    <>
      <a className="button" href={`/api/v1${rfpPath(code, system)}/sheet?format=xlsx`}>
        {t('sheet.form')}
      </a>
      <div className="field">
        <label htmlFor={id}>{t('sheet.file')}</label>
        <input
          id={id}
          type="file"
          accept=".xlsx,.csv"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            void choose(event.target.files?.[0]);
            // The same file, put right, is a choice again.
            event.target.value = '';
          }}
        />
        <p className="hint" id={`${id}-hint`}>
          {error || t('sheet.fileHint')}
        </p>
      </div>
    </>
  );
}
