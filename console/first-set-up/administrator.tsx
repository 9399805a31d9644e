// The first administrator: who they are and the password they choose; then they are signed in.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { PASSWORD } from '../../machines/values/names/account-name.ts';
import type { Me } from '../../server/contract/programmes.ts';
import type { SetUpState } from '../../server/contract/settings/setting-up.ts';
import { useOnce } from '../acts/sending/once.ts';
import { Unanswered } from '../acts/sending/unanswered.tsx';
import { ApiProblem, bySetUpCode, post } from '../api.ts';
import { meQuery, waysQuery } from '../queries.ts';
import { Field } from '../settings/field.tsx';
import { useTyped } from '../settings/typed.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { codeOf } from './queries.ts';
import { setUpWords } from './words.ts';

interface Props {
  secret: string;
  programme: NonNullable<SetUpState['programme']>;
  /** The code is used up. */
  onDone: () => void;
}

const fields = ['account', 'name', 'password', 'again'] as const;
type FieldName = (typeof fields)[number];
type Given = Record<FieldName, string>;

/** One whose answer was lost is there already: the password says whether it is this one. */
async function appoint(secret: string, { account, name, password }: Given, signal: AbortSignal): Promise<Me> {
  const made = { account: account.trim().toLowerCase(), name: name.trim(), password };
  await bySetUpCode(secret)
    .post('/setup/administrator', made, signal)
    .catch((error: Error) => {
      if (codeOf(error) !== 'setUpOver') throw error;
    });
  return post<Me>('/session', { account: made.account, password }, null, signal);
}

export function AdministratorPart({ secret, programme, onDone }: Props) {
  const { t, say } = useWords(setUpWords);
  const queries = useQueryClient();
  const who = useTyped('set-up.administrator', { account: '', name: '' });
  const [secrets, setSecrets] = useState({ password: '', again: '' });
  const [faults, setFaults] = useState<Partial<Given>>({});
  const given: Given = { ...who.value, ...secrets };
  const sending = useOnce<Me>({
    code: 'first administrator',
    content: JSON.stringify(given),
    send: (_id, signal) => appoint(secret, given, signal),
    onDone: (me) => {
      queries.setQueryData(meQuery.queryKey, me);
      void queries.invalidateQueries(waysQuery);
      who.drop();
      onDone();
    },
  });
  const told = issuesAt(sending.refused);
  const set = (field: FieldName, value: string) => {
    setFaults((was) => ({ ...was, [field]: undefined }));
    if (field === 'account' || field === 'name') who.set({ ...who.value, [field]: value });
    else setSecrets((was) => ({ ...was, [field]: value }));
  };
  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = fields.filter((field) => given[field].trim() === '');
    const found: Partial<Given> = Object.fromEntries(
      missing.map((field) => [field, t('setup.missing', { field: t(`setup.${field}`) })]),
    );
    if (missing.length === 0 && given.password !== given.again) found.again = t('setup.differ');
    setFaults(found);
    if (Object.keys(found).length === 0) sending.press();
  }
  const hints = {
    account: t('setup.accountHint'),
    name: t('setup.nameHint'),
    password: t('password.rule', { least: PASSWORD.least }),
    again: t('setup.againHint'),
  };
  return (
    <form className="card settings-form" onSubmit={submit} noValidate aria-labelledby="administrator">
      <h2 id="administrator">{t('setup.administrator')}</h2>
      <p className="notice good" role="status">
        {t('setup.isIn', { name: say(programme.name), code: programme.code, systems: programme.systems })}
      </p>
      <p>{t('setup.administratorWhat')}</p>
      {sending.refused && told.size === 0 && (
        <ProblemNotice error={sending.refused} title={t('setup.failed')} />
      )}
      <Unanswered once={sending} unsure={t('setup.appointUnsure')} />
      {fields.map((field) => (
        <Field
          key={field}
          label={t(`setup.${field}`)}
          hint={hints[field]}
          required
          fault={faults[field] ?? say(told.get(field) ?? NOTHING)}
        >
          {(props) => (
            <input
              {...props}
              {...inputOf[field]}
              maxLength={field === 'account' ? 100 : 500}
              disabled={sending.isPending}
              value={given[field]}
              onChange={(event) => set(field, event.target.value)}
            />
          )}
        </Field>
      ))}
      <button type="submit" className="button solid" disabled={sending.isPending}>
        {sending.isPending ? t('setup.appointing') : t('setup.appoint')}
      </button>
    </form>
  );
}

const NOTHING: Sentence = { ja: '', en: '' };
const inputOf = {
  account: { type: 'text', autoComplete: 'username', autoCapitalize: 'none', spellCheck: false },
  name: { type: 'text', autoComplete: 'name' },
  password: { type: 'password', autoComplete: 'new-password' },
  again: { type: 'password', autoComplete: 'new-password' },
} as const;

/** What the server found wrong, at the field it is about. */
function issuesAt(error: Error | null): ReadonlyMap<string, Sentence> {
  const problem = error instanceof ApiProblem ? error.problem : null;
  if (problem?.code === 'accountExists') return new Map([['account', problem.detail]]);
  const issues = problem?.issues ?? [];
  return new Map(
    issues.map(({ field, message, expected }) => [
      field,
      expected === undefined
        ? message
        : { ja: `${message.ja}${expected.ja}`, en: `${message.en} ${expected.en}` },
    ]),
  );
}
