// What was pressed and not answered: it may have arrived, or there was no network and nothing was sent.
import { useSpeech } from '../../words/language.tsx';

interface Props {
  once: { isUnsure: boolean; isOffline: boolean };
  /** That it may have arrived, and that pressing again does nothing twice. */
  unsure: string;
}

export function Unanswered({ once: { isUnsure, isOffline }, unsure }: Props) {
  const { t } = useSpeech();
  if (!isUnsure && !isOffline) return null;
  return (
    <p className="notice warn" role="alert">
      {isUnsure ? unsure : t('act.offline')}
    </p>
  );
}
