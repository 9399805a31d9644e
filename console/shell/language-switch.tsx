// The switch to the other language, labelled in that language.
import { useSpeech } from '../words/language.tsx';

export function LanguageSwitch() {
  const { language, choose, t } = useSpeech();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <button
      type="button"
      className="button slim"
      lang={other}
      title={t('app.languageNote')}
      onClick={() => choose(other)}
    >
      {t('app.language')}
    </button>
  );
}
