// What is about to be signed, repeated whole; given up, it is cut off; unclear, it can be sent again and is recorded once.
import { useEffect } from 'react';
import { ApiProblem } from '../../api.ts';
import { Modal } from '../../ui/modal.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { procurementWords } from '../words.ts';
import { type Applicant, type Criterion, sumOf } from './points.ts';
import type { Signed, useSheet } from './use-sheet.ts';

interface Props {
  signed: Signed;
  applicants: readonly Applicant[];
  criteria: readonly Criterion[];
  sheet: ReturnType<typeof useSheet>;
  post: string;
  onClose: () => void;
}

export function SheetConfirmation({ signed, applicants, criteria, sheet, post, onClose }: Props) {
  const { t } = useWords(procurementWords);
  const { isSigned, error } = sheet;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes once, when the answer is there
  useEffect(() => {
    if (isSigned) onClose();
  }, [isSigned]);
  return (
    <Modal title={t('sheet.confirm')} onClose={onClose}>
      <p>{t('sheet.repeats', { post })}</p>
      {'file' in signed ? (
        <p>
          <strong>{t('sheet.fileChosen', { name: signed.file.name })}</strong>
        </p>
      ) : (
        <dl className="facts small">
          {applicants.map(({ id, name }) => (
            <div key={id}>
              <dt>
                {name}
                {t('mark.open')}
                {t('sheet.sum')} {sumOf(signed.points[id])}
                {t('mark.close')}
              </dt>
              <dd>
                {criteria
                  .map((criterion) => `${criterion.label} ${signed.points[id]?.[criterion.id]}`)
                  .join(t('mark.and'))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {error && <Failed error={error} />}
      <div className="procurement-acts">
        <button
          type="button"
          className="button solid"
          disabled={sheet.isSending}
          onClick={() => sheet.sign(signed)}
        >
          {t(sheet.isSending ? 'sheet.sending' : 'sheet.confirm')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('sheet.back')}
        </button>
      </div>
    </Modal>
  );
}

function Failed({ error }: { error: Error }) {
  const { t } = useWords(procurementWords);
  const isUnclear = error instanceof ApiProblem && error.unclear;
  if (!isUnclear) return <ProblemNotice error={error} />;
  return (
    <p className="notice warn" role="alert">
      {t('sheet.unclear')}
    </p>
  );
}
