// What recording an occurrence and putting one right share: the day, what is lacking, the press that records, and what came of it.
import { useWords } from '../../words/language.tsx';
import { Line } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { settingsWords } from '../words.ts';
import type { useOccurrence } from './sending.ts';

type Sending = ReturnType<typeof useOccurrence>['record'];

/** A day, or a month where no more is known. */
export const isVagueDay = (written: string): boolean => /^\d{4}-\d{2}(?:-\d{2})?$/.test(written);

interface DayProps {
  value: string;
  onChange: (value: string) => void;
  fault: string | null;
}

export function OccurrenceDay(props: DayProps) {
  const { t } = useWords(settingsWords);
  return <Line label={t('occurrence.on')} hint={t('occurrence.dayHint')} required {...props} />;
}

export function LookButton({ isPending, onPress }: { isPending: boolean; onPress: () => void }) {
  const { t } = useWords(settingsWords);
  return (
    <button type="button" className="button" disabled={isPending} onClick={onPress}>
      {isPending ? t('settings.looking') : t('settings.preview')}
    </button>
  );
}

export function RecordButton({ record, isRight }: { record: Sending; isRight: () => boolean }) {
  const { t } = useWords(settingsWords);
  return (
    <>
      <p className="small soft">{t('amend.final')}</p>
      <button
        type="button"
        className="button solid"
        disabled={record.isPending}
        onClick={() => isRight() && record.press()}
      >
        {record.isPending ? t('settings.recording') : t('occurrence.confirm')}
      </button>
    </>
  );
}

/** Refused, not known, or recorded by which entry. */
export function Came({ record, seq }: { record: Sending; seq: number | null }) {
  const { t } = useWords(settingsWords);
  return (
    <>
      {record.refused && <InputFaults error={record.refused} />}
      {record.isUnsure && (
        <p className="notice warn" role="alert">
          {t('occurrence.unsure')}
        </p>
      )}
      {seq !== null && (
        <p className="notice good" role="status">
          {t('occurrence.done', { seq })}
        </p>
      )}
    </>
  );
}
