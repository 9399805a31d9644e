// What stands above each part of the way in.
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { useSpeech } from '../words/language.tsx';

export function SignInHead({ title }: { title: string }) {
  const { t } = useSpeech();
  return (
    <>
      <div className="sign-in-name">
        <p className="sign-in-mark">{t('app.name')}</p>
        <LanguageSwitch />
      </div>
      <h1>{title}</h1>
    </>
  );
}
