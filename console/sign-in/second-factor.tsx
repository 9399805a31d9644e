// One's own second factor: set up with a key and its first code, its backup codes shown once; or, where it stands, renewed and taken off.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { BackupCodes, SecondFactorKey, SecondFactorView } from '../../server/contract/sign-in.ts';
import { get, post } from '../api.ts';
import { ProblemNotice, Waiting } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { SignInField, typed } from './field.tsx';
import { SignInHead } from './head.tsx';
import { QrCode } from './qr-code.tsx';

interface Props {
  account: string;
  /** As it was typed a moment ago; asked for where the page was opened anew. */
  password: string | undefined;
  /** Nothing else can be done before. */
  isRequired: boolean;
  onDone: () => void;
}

export function SecondFactor({ account, password, isRequired, onDone }: Props) {
  const { t } = useSpeech();
  const queries = useQueryClient();
  const state = useQuery({
    queryKey: ['second-factor', account],
    queryFn: () => get<SecondFactorView>('/second-factor'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [codes, setCodes] = useState<string[] | null>(null);
  const done = () => {
    queries.removeQueries({ queryKey: ['second-factor', account] });
    onDone();
  };
  if (codes) return <Codes codes={codes} onDone={done} />;
  return (
    <div className="sign-in-form">
      <SignInHead title={t('factor.title')} />
      {isRequired && (
        <p className="notice warn" role="status">
          {t('factor.why')}
        </p>
      )}
      {!state.data && <Waiting error={state.error} />}
      {state.data?.enrolledAt === null && <SetUp account={account} password={password} onCodes={setCodes} />}
      {state.data?.enrolledAt && (
        <Stands account={account} state={state.data} onCodes={setCodes} onRemoved={done} />
      )}
      {!isRequired && (
        <button type="button" className="button plain" onClick={done}>
          {t('factor.back')}
        </button>
      )}
    </div>
  );
}

interface SetUpProps extends Pick<Props, 'account' | 'password'> {
  onCodes: (codes: string[]) => void;
}

function SetUp({ account, password, onCodes }: SetUpProps) {
  const { t } = useSpeech();
  const begin = useMutation({
    mutationFn: (given: string) => post<SecondFactorKey>('/second-factor', { password: given }, account),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => post<BackupCodes>('/second-factor/confirm', { code }, account),
    onSuccess: ({ backupCodes }) => onCodes(backupCodes),
  });
  const key = begin.data;
  if (!key)
    return (
      <Asking onSubmit={(form) => begin.mutate(password ?? typed(form, 'password'))} error={begin.error}>
        <p>{t('factor.what')}</p>
        {password === undefined && (
          <SignInField name="password" label={t('password.current')} autoComplete="current-password" />
        )}
        <button type="submit" className="button solid" disabled={begin.isPending}>
          {t('factor.begin')}
        </button>
      </Asking>
    );
  return (
    <Asking onSubmit={(form) => confirm.mutate(typed(form, 'code'))} error={confirm.error}>
      <p>{t('factor.scan')}</p>
      <QrCode text={key.uri} label={t('factor.picture')} />
      <p className="small">
        {t('factor.key')} <code className="factor-key">{key.key.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <details className="small">
        <summary>{t('factor.uri')}</summary>
        <code className="factor-key">{key.uri}</code>
      </details>
      <SignInField name="code" label={t('factor.first')} autoComplete="one-time-code" />
      <button type="submit" className="button solid" disabled={confirm.isPending}>
        {t('factor.confirm')}
      </button>
    </Asking>
  );
}

interface StandsProps {
  account: string;
  state: SecondFactorView;
  onCodes: (codes: string[]) => void;
  onRemoved: () => void;
}

function Stands({ account, state, onCodes, onRemoved }: StandsProps) {
  const { t } = useSpeech();
  const renew = useMutation({
    mutationFn: (code: string) => post<BackupCodes>('/second-factor/backup-codes', { code }, account),
    onSuccess: ({ backupCodes }) => onCodes(backupCodes),
  });
  const remove = useMutation({
    mutationFn: (code: string) => post<void>('/second-factor/remove', { code }, account),
    onSuccess: onRemoved,
  });
  const isPending = renew.isPending || remove.isPending;
  return (
    <Asking
      onSubmit={(form, by) => (by === 'remove' ? remove : renew).mutate(typed(form, 'code'))}
      error={renew.error ?? remove.error}
    >
      <p>{t('factor.stands', { left: String(state.backupCodesLeft) })}</p>
      <SignInField name="code" label={t('code.label')} autoComplete="one-time-code" note={t('factor.each')} />
      <button type="submit" className="button solid" disabled={isPending}>
        {t('factor.renew')}
      </button>
      {!state.required && (
        <button type="submit" value="remove" className="button" disabled={isPending}>
          {t('factor.remove')}
        </button>
      )}
    </Asking>
  );
}

function Codes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useSpeech();
  return (
    <div className="sign-in-form">
      <SignInHead title={t('factor.codes')} />
      <p className="notice warn" role="status">
        {t('factor.once')}
      </p>
      <ul className="factor-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="button solid" onClick={onDone}>
        {t('factor.kept')}
      </button>
    </div>
  );
}

interface AskingProps {
  /** @param by the value of the button that was pressed */
  onSubmit: (form: HTMLFormElement, by: string) => void;
  error: Error | null;
  children: ReactNode;
}

function Asking({ onSubmit, error, children }: AskingProps) {
  const { t } = useSpeech();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    onSubmit(event.currentTarget, submitter instanceof HTMLButtonElement ? submitter.value : '');
  }
  return (
    <form className="sign-in-part" onSubmit={submit}>
      {error && <ProblemNotice error={error} title={t('factor.failed')} />}
      {children}
    </form>
  );
}
