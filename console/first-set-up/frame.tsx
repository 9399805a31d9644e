// What stands around each part of the set-up: the product's name, and which parts are done, which is now and which come.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { useTitle } from '../shell/title.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/language.tsx';
import { setUpWords } from './words.ts';
import '../settings/settings.css';
import './first-set-up.css';

const parts = ['code', 'programme', 'administrator', 'people', 'next'] as const;
export type SetUpPart = (typeof parts)[number];

interface Props {
  now: SetUpPart;
  isSignedIn?: boolean;
  children: ReactNode;
}

export function SetUpFrame({ now, isSignedIn = false, children }: Props) {
  const { t } = useWords(setUpWords);
  useTitle(t('setup.title'));
  return (
    <main className="page settings set-up" id="content" tabIndex={-1}>
      <div className="set-up-head">
        <p className="set-up-mark">
          <Icon name="gate" />
          {t('app.name')}
        </p>
        <div className="settings-row">
          {!isSignedIn && (
            <Link to="/sign-in" search={{}}>
              {t('setup.toSignIn')}
            </Link>
          )}
          <LanguageSwitch />
        </div>
      </div>
      <h1>{t('setup.title')}</h1>
      <p>{t('setup.what')}</p>
      <ol className="set-up-parts" aria-label={t('setup.parts')}>
        {parts.map((part, index) => {
          const isDone = index < parts.indexOf(now);
          return (
            <li key={part} {...(part === now ? { 'aria-current': 'step' as const } : {})}>
              {isDone ? <Icon name="check" /> : <span className="set-up-number">{index + 1}</span>}
              {t(`setup.${part}`)}
              {isDone && <span className="hidden">{t('setup.done')}</span>}
            </li>
          );
        })}
      </ol>
      {children}
    </main>
  );
}
