// Where one is told besides the inbox: one's own setting, also set by an administrator. Each change is in the access log; what it was
// changed to is not.
import { z } from '@hono/zod-openapi';
import type { ContactChange } from '../../ledger/models/digests/contacts.ts';
import { isAuditing } from '../../machines/programme/people/sight.ts';
import { isoOf } from '../accounts/access-tokens.ts';
import type { Person } from '../accounts/people.ts';
import { account as accountId } from '../contract/accounts.ts';
import { type ContactView, contactChange, contactSet, contactView } from '../contract/telling/contacts.ts';
import { logged } from '../http/access/logged.ts';
import { type Api, guarded, json, jsonBody } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { callerOf } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { subjectOf } from './accounts.ts';

const tags = ['contact'];
const own = { need: 'signedIn' } as const;

const showRoute = guarded(own, {
  method: 'get',
  path: '/contact',
  operationId: 'contact',
  tags,
  summary: '自分への知らせ方 / where one is told besides the inbox, and how the last trials ended',
  responses: { 200: json(contactView, 'the setting') },
});
const setRoute = guarded(own, {
  method: 'post',
  path: '/contact',
  operationId: 'setContact',
  tags,
  summary: '自分への知らせ方を変える / set it; what is left out stays',
  request: { body: jsonBody(contactChange) },
  responses: { 200: json(contactSet, 'the setting, with the secret of a webhook that was just set') },
});
const trialRoute = guarded(own, {
  method: 'post',
  path: '/contact/trial',
  operationId: 'tryContact',
  tags,
  summary: '試しに知らせる / a trial to every channel that is set; how it ended is told by the setting',
  responses: { 202: json(contactView, 'asked for') },
});
const othersShownRoute = guarded(
  { need: 'administers', logged: true },
  {
    method: 'get',
    path: '/accounts/{account}/contact',
    operationId: 'contactOf',
    tags: ['accounts'],
    summary: '職員への知らせ方 / where an account is told besides the inbox',
    request: { params: z.object({ account: accountId }) },
    responses: { 200: json(contactView, 'the setting') },
  },
);
const othersRoute = guarded(
  { need: 'administers' },
  {
    method: 'post',
    path: '/accounts/{account}/contact',
    operationId: 'setContactOf',
    tags: ['accounts'],
    summary: '職員のメールアドレスを登録する / set the mail address of an account',
    request: {
      params: z.object({ account: accountId }),
      body: jsonBody(contactChange.pick({ mail: true, language: true }).openapi('MailChange')),
    },
    responses: { 200: json(contactView, 'the setting') },
  },
);

export function contactRoutes(api: Api, parts: ServerParts): void {
  const { contacts, trials } = parts.ledger;
  const viewOf = async ({ account, grants }: Pick<Person, 'account' | 'grants'>): Promise<ContactView> => {
    const [contact, tried] = await Promise.all([contacts.of(account), trials.results(account)]);
    const { mail = null, webhook = null, language = 'ja', checkpoint = false } = contact ?? {};
    const of = tried.map(({ channel, askedAt, ended, receipt, error }) => {
      return [channel, { askedAt: isoOf(askedAt), ended, receipt, error }] as const;
    });
    return {
      account,
      mail,
      webhook,
      language,
      checkpoint,
      audits: grants.some(auditsWhole),
      trials: Object.fromEntries(of),
    };
  };
  api.openapi(showRoute, async (c) => c.json(await viewOf(callerOf(c).person), 200));
  api.openapi(setRoute, async (c) => {
    const { person } = callerOf(c);
    const { account } = person;
    const change = c.req.valid('json');
    const before = await contacts.of(account);
    // Who keeps the machine is no person that could be told.
    if (before === null) throw new ProblemError('forbidden');
    await logged(c, parts, { subject: account, detail: saidOf(change) });
    await contacts.set(account, change);
    const after = await contacts.of(account);
    const isNew = after?.webhook !== before?.webhook || after?.webhookSecret !== before?.webhookSecret;
    return c.json(
      { ...(await viewOf(person)), webhookSecret: isNew ? (after?.webhookSecret ?? null) : null },
      200,
    );
  });
  api.openapi(trialRoute, async (c) => {
    const { person } = callerOf(c);
    const { account } = person;
    if ((await contacts.of(account)) === null) throw new ProblemError('forbidden');
    const { mail, webhook } = await viewOf(person);
    const channels = [...(mail === null ? [] : ['mail']), ...(webhook === null ? [] : ['webhook'])];
    await logged(c, parts, { subject: account, detail: { channels: channels.join(' ') } });
    await trials.ask(account, channels);
    return c.json(await viewOf(person), 202);
  });
  api.openapi(othersShownRoute, async (c) => {
    const person = await subjectOf(parts, callerOf(c).person, c.req.valid('param').account);
    return c.json(await viewOf(person), 200);
  });
  api.openapi(othersRoute, async (c) => {
    const person = await subjectOf(parts, callerOf(c).person, c.req.valid('param').account);
    const { account } = person;
    const change = c.req.valid('json');
    await logged(c, parts, { subject: account, detail: saidOf(change) });
    await contacts.set(account, change);
    return c.json(await viewOf(person), 200);
  });
}

const auditsWhole = (grant: Person['grants'][number]): boolean => isAuditing(grant) && grant.system === null;

/** Which of it was set or taken off. */
const saidOf = (change: ContactChange): Record<string, string> =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      value === null ? 'removed' : typeof value === 'boolean' || name === 'language' ? String(value) : 'set',
    ]),
  );
