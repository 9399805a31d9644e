// Appointing a deputy: whose post, in whose stead, over which systems, until when; what it will do is said before it is done.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView } from '../../../server/contract/accounts.ts';
import type { PathList } from '../../../server/contract/settings/paths.ts';
import { programmePath, requestId, post as send } from '../../api.ts';
import { useWords } from '../../words/language.tsx';
import { Choose, Line, ReasonLine } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { useLacking } from '../lacking.ts';
import { deputiesQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import {
  deputyBody,
  emptyDeputy,
  holdersOf,
  lackingOf,
  mayStandIn,
  type TypedDeputy,
  withPost,
} from './deputy-form.ts';
import { usePeopleNames } from './names.ts';

interface Props {
  code: string;
  account: string;
  people: readonly AccountView[];
  paths: PathList;
  /** What is known before anything is typed. */
  begun?: Partial<TypedDeputy>;
}

const choiceOf = ({ account, name }: AccountView) => ({ value: account, label: `${name} ${account}` });

export function Appoint({ code, account: by, people, paths, begun = {} }: Props) {
  const { t, say } = useWords(settingsWords);
  const queries = useQueryClient();
  const [changed, setChanged] = useState<Partial<TypedDeputy>>({});
  const typed = { ...emptyDeputy, ...begun, ...changed };
  const [said, setSaid] = useState<string | null>(null);
  const lacking = useLacking<ReturnType<typeof lackingOf>[number]>();
  const names = usePeopleNames(code);
  const nameOf = (id: string) => people.find((one) => one.account === id)?.name ?? id;
  const set = (part: Partial<TypedDeputy>) => {
    setSaid(null);
    lacking.typedIn('account' in part || 'kind' in part ? { ...part, holder: null } : part);
    setChanged({ ...changed, ...part });
  };
  const body = deputyBody(typed);
  const appoint = useMutation({
    networkMode: 'always',
    mutationFn: () => send(`${programmePath(code)}/deputies`, { ...body, requestId: requestId() }, by),
    onSuccess: () => {
      setSaid(t('people.appointed', { name: nameOf(typed.account), post: names.post(typed.post) }));
      setChanged({});
      return queries.invalidateQueries({ queryKey: deputiesQuery(code).queryKey });
    },
  });
  const holders = holdersOf(people, code, typed.post).filter((one) => one.account !== typed.account);
  const isInName = typed.kind === 'forAbsent';
  return (
    <div className="settings-form">
      <Choose
        label={t('people.deputy')}
        hint={t('people.deputyHint')}
        required
        value={typed.account}
        empty={t('amend.choose')}
        onChange={(account) => set({ account })}
        choices={mayStandIn(people, code).map(choiceOf)}
        fault={lacking.fault('account', t('people.deputy'))}
      />
      <Choose
        label={t('people.post')}
        required
        value={typed.post}
        empty={t('amend.choose')}
        onChange={(post) => {
          const { holder } = withPost(typed, holdersOf(people, code, post), post);
          set({ post, holder });
        }}
        choices={paths.bodies.map(({ body: id, label }) => ({ value: id, label: say(label) }))}
        fault={lacking.fault('post', t('people.post'))}
      />
      <Choose
        label={t('people.scope')}
        value={typed.system}
        empty={t('settings.all')}
        onChange={(system) => set({ system })}
        choices={paths.systems.map(({ system, name }) => ({ value: system, label: say(name) }))}
      />
      <Choose
        label={t('people.kind')}
        value={typed.kind}
        onChange={(kind) => set({ kind: kind === 'acting' ? 'acting' : 'forAbsent' })}
        choices={[
          { value: 'forAbsent', label: t('people.inName') },
          { value: 'acting', label: t('people.acting') },
        ]}
      />
      <Choose
        label={t('people.holder')}
        hint={typed.post && holders.length === 0 ? t('people.noHolder') : null}
        required={isInName}
        value={typed.holder}
        empty={t(isInName ? 'amend.choose' : 'people.vacant')}
        onChange={(holder) => set({ holder })}
        choices={holders.map(choiceOf)}
        fault={lacking.fault('holder', t('people.holder'))}
      />
      <div className="settings-row">
        <Line
          label={t('people.from')}
          type="date"
          hint={t('people.fromToday')}
          value={typed.from}
          onChange={(from) => set({ from })}
        />
        <Line
          label={t('people.untilDay')}
          type="date"
          required
          value={typed.until}
          onChange={(until) => set({ until })}
          fault={lacking.fault('until', t('people.untilDay'))}
        />
        {isInName && (
          <Line
            label={t('people.seenBy')}
            type="date"
            value={typed.seenBy}
            onChange={(seenBy) => set({ seenBy })}
          />
        )}
      </div>
      <ReasonLine
        value={typed.reason}
        onChange={(reason) => set({ reason })}
        fault={lacking.fault('reason', t('settings.reason'))}
      />
      <WillDo typed={typed} nameOf={nameOf} code={code} />
      {appoint.error && <InputFaults error={appoint.error} />}
      <button
        type="button"
        className="button"
        disabled={appoint.isPending}
        onClick={() => lacking.find(lackingOf(typed)) && appoint.mutate()}
      >
        {t('people.appoint')}
      </button>
      {said && (
        <p className="notice good" role="status">
          {said}
        </p>
      )}
    </div>
  );
}

interface WillDoProps {
  typed: TypedDeputy;
  nameOf: (account: string) => string;
  code: string;
}

/** In one sentence, once it is known who, what and until when. */
function WillDo({ typed, nameOf, code }: WillDoProps) {
  const { t, day } = useWords(settingsWords);
  const names = usePeopleNames(code);
  const { account, post, system, kind, holder, from, until, seenBy } = typed;
  if (!account || !post || !until || (kind === 'forAbsent' && !holder)) return null;
  const facts = {
    name: nameOf(account),
    holder: nameOf(holder),
    post: names.post(post),
    systems: names.systems(system ? [system] : null),
    from: from ? day(from, 'long') : t('people.today'),
    until: day(until, 'long'),
  };
  const word =
    kind === 'forAbsent' ? 'people.willDecide' : holder ? 'people.willActFor' : 'people.willActVacant';
  return (
    <p className="notice" role="status">
      {t(word, facts)}
      {kind === 'forAbsent' && seenBy && t('people.willSee', { ...facts, day: day(seenBy, 'long') })}
    </p>
  );
}
