// Mail address, webhook and language: what is empty is a way that is not wanted. What the server refuses stands at its field.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ContactSet, ContactView } from '../../server/contract/telling/contacts.ts';
import { ApiProblem, post } from '../api.ts';
import { contactQuery } from '../queries.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { CheckpointChoice } from './checkpoint-choice.tsx';
import { ContactField } from './contact-field.tsx';
import { ShownOnce } from './shown-once.tsx';
import { contactWords } from './words.ts';

type Given = Pick<ContactView, 'mail' | 'webhook' | 'language' | 'checkpoint'>;
const FIELDS = ['mail', 'webhook'] as const;
type FieldName = (typeof FIELDS)[number];

/** Only what is changed is sent: what another tab or an administrator set meanwhile stays. */
function changeIn(form: HTMLFormElement, before: Given): Partial<Given> {
  const data = new FormData(form);
  const written = (name: FieldName) => String(data.get(name) ?? '').trim() || null;
  const [mail, webhook] = [written('mail'), written('webhook')];
  const language = data.get('language') === 'en' ? 'en' : 'ja';
  // Who is not asked says nothing of it.
  const checkpoint = form.elements.namedItem('checkpoint') ? data.has('checkpoint') : before.checkpoint;
  return {
    ...(mail === before.mail ? {} : { mail }),
    ...(webhook === before.webhook ? {} : { webhook }),
    ...(language === before.language ? {} : { language }),
    ...(checkpoint === before.checkpoint ? {} : { checkpoint }),
  };
}

/** What the server says of one field. */
function useFaults(error: Error | null): Partial<Record<FieldName, string>> {
  const { say } = useWords(contactWords);
  const issues = error instanceof ApiProblem ? (error.problem?.issues ?? []) : [];
  const of = (name: FieldName) => issues.filter(({ field }) => field === name);
  return Object.fromEntries(
    FIELDS.filter((name) => of(name).length > 0).map((name) => [
      name,
      of(name)
        .map(({ message, expected }) => say(message) + (expected ? ` ${say(expected)}` : ''))
        .join(' '),
    ]),
  );
}

export function ContactForm({ contact }: { contact: ContactView }) {
  const { t } = useWords(contactWords);
  const queries = useQueryClient();
  const [isSame, setSame] = useState(false);
  const { account } = contact;
  const change = useMutation({
    mutationFn: (given: Partial<Given>) => post<ContactSet>('/contact', given, account),
    onSuccess: ({ webhookSecret: _once, ...now }) =>
      queries.setQueryData(contactQuery(account).queryKey, now),
  });
  const faults = useFaults(change.error);
  const isAtField = Object.keys(faults).length > 0;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = changeIn(event.currentTarget, contact);
    const isNothing = Object.keys(given).length === 0;
    setSame(isNothing);
    if (isNothing) change.reset();
    else change.mutate(given, { onError: (error) => focusFault(event.target, error) });
  }

  return (
    <form className="contact-form" onSubmit={submit} noValidate>
      <p className="soft small">{t('contact.inbox')}</p>
      <ContactField
        name="mail"
        type="email"
        label={t('contact.mail')}
        value={contact.mail}
        hint={t('contact.mailHint')}
        fault={faults.mail}
      />
      <ContactField
        name="webhook"
        type="url"
        label={t('contact.webhook')}
        value={contact.webhook}
        hint={t('contact.webhookHint')}
        fault={faults.webhook}
      />
      <div className="field">
        <label htmlFor="contact-language">{t('contact.language')}</label>
        <select id="contact-language" name="language" defaultValue={contact.language}>
          <option value="ja">{t('contact.ja')}</option>
          <option value="en">{t('contact.en')}</option>
        </select>
      </div>
      <CheckpointChoice {...contact} />
      {change.error && !isAtField && <ProblemNotice error={change.error} title={t('contact.notSaved')} />}
      <div role="status">
        {change.isSuccess && !isSame && <p className="notice good">{t('contact.saved')}</p>}
        {isSame && <p className="soft small">{t('contact.same')}</p>}
      </div>
      {change.data?.webhookSecret && (
        <ShownOnce
          label={t('contact.secret')}
          note={t('contact.secretNote')}
          text={change.data.webhookSecret}
        />
      )}
      <button type="submit" className="button solid" disabled={change.isPending}>
        {t('contact.save')}
      </button>
    </form>
  );
}

/** Where it is to be mended, reading goes on. */
function focusFault(form: EventTarget, error: Error): void {
  if (!(form instanceof HTMLFormElement) || !(error instanceof ApiProblem)) return;
  const first = FIELDS.find((name) => error.problem?.issues?.some(({ field }) => field === name));
  if (first) document.getElementById(`contact-${first}`)?.focus();
}
