// What can be pressed at each step of an act for several systems.
import { useWords } from '../../words/language.tsx';
import { todayWords } from '../words.ts';

export type Stage = 'asked' | 'repeated' | 'sent';

interface Props {
  stage: Stage;
  /** How many it goes to. */
  count: number;
  isSending: boolean;
  /** Some of what was sent is refused, and can be put right. */
  hasRefused: boolean;
  onBack: () => void;
  onNext: () => void;
  onSend: () => void;
  onCorrect: () => void;
  onClose: () => void;
}

export function Foot(props: Props) {
  const { stage, count, isSending, hasRefused, onBack, onNext, onSend, onCorrect, onClose } = props;
  const { t } = useWords(todayWords);
  const isOver = stage === 'sent' && !isSending;
  return (
    <footer className="act-foot">
      {stage !== 'sent' && <p className="small soft">{t('act.final')}</p>}
      {stage === 'repeated' && (
        <button type="button" className="button" onClick={onBack}>
          {t('act.back')}
        </button>
      )}
      {isOver && hasRefused && (
        <button type="button" className="button solid" onClick={onCorrect}>
          {t('batch.correct')}
        </button>
      )}
      <button type="button" className="button" onClick={onClose}>
        {t(isOver ? 'batch.close' : 'act.cancel')}
      </button>
      {stage === 'asked' && (
        <button type="button" className="button solid" disabled={count === 0} onClick={onNext}>
          {t('act.next')}
        </button>
      )}
      {stage === 'repeated' && (
        <button type="button" className="button solid" onClick={onSend}>
          {count === 1 ? t('act.confirm') : t('batch.confirm', { count })}
        </button>
      )}
    </footer>
  );
}
