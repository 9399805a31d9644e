// The way in of whoever is in already, and what stands there while a session is opened: no form that waits for nothing.
import { useSpeech } from '../words/language.tsx';
import { SignInHead } from './head.tsx';

interface Props {
  name: string;
  onGoOn: () => void;
  onAnother: () => void;
}

export function SignedIn({ name, onGoOn, onAnother }: Props) {
  const { t } = useSpeech();
  return (
    <div className="sign-in-form">
      <SignInHead title={t('signIn.title')} />
      <p role="status">{t('signIn.stands', { name })}</p>
      <button type="button" className="button solid" onClick={onGoOn}>
        {t('signIn.goOn')}
      </button>
      <button type="button" className="button" onClick={onAnother}>
        {t('signIn.another')}
      </button>
    </div>
  );
}

export function Notice({ text }: { text: string }) {
  const { t } = useSpeech();
  return (
    <div className="sign-in-form">
      <SignInHead title={t('signIn.title')} />
      <p className="notice good" role="status">
        {text}
      </p>
    </div>
  );
}
