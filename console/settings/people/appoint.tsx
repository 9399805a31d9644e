// Appointing a deputy: whose post, in whose stead, over which systems, until when.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView } from '../../../server/contract/accounts.ts';
import type { PathList } from '../../../server/contract/settings/paths.ts';
import { programmePath, requestId, post as send } from '../../api.ts';
import { useWords } from '../../words/language.tsx';
import { Choose, Line } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { deputiesQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { usePeopleNames } from './names.ts';

const empty = {
  account: '',
  post: '',
  system: '',
  kind: 'forAbsent',
  holder: '',
  from: '',
  until: '',
  seenBy: '',
  reason: '',
};

interface AppointProps {
  code: string;
  account: string;
  people: AccountView[];
  paths: PathList;
}

export function Appoint({ code, account: by, people, paths }: AppointProps) {
  const { t, say } = useWords(settingsWords);
  const queries = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [said, setSaid] = useState<string | null>(null);
  const names = usePeopleNames(code);
  const nameOf = (id: string) => people.find((one) => one.account === id)?.name ?? id;
  const set = (part: Partial<typeof empty>) => {
    setSaid(null);
    setTyped({ ...typed, ...part });
  };
  const appoint = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const { account, post, kind, until, reason, system, holder, from, seenBy } = typed;
      const some = {
        ...(system ? { systems: [system] } : {}),
        ...(holder ? { holder } : {}),
        ...(from ? { from } : {}),
        ...(seenBy ? { seenBy } : {}),
      };
      const body = { account, post, kind, until, reason, ...some, requestId: requestId() };
      return send(`${programmePath(code)}/deputies`, body, by);
    },
    onSuccess: () => {
      setSaid(t('people.appointed', { name: nameOf(typed.account), post: names.post(typed.post) }));
      setTyped(empty);
      return queries.invalidateQueries({ queryKey: deputiesQuery(code).queryKey });
    },
  });
  const persons = people.map(({ account, name }) => ({
    value: account,
    label: `${name} ${account}`,
  }));
  const isLacking = !typed.account || !typed.post || !typed.until || !typed.reason.trim();
  return (
    <div className="settings-form">
      <Choose
        label={t('people.deputy')}
        required
        value={typed.account}
        empty={t('amend.choose')}
        onChange={(account) => set({ account })}
        choices={persons}
      />
      <Choose
        label={t('people.post')}
        required
        value={typed.post}
        empty={t('amend.choose')}
        onChange={(post) => set({ post })}
        choices={paths.bodies.map(({ body, label }) => ({ value: body, label: say(label) }))}
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
        onChange={(kind) => set({ kind })}
        choices={[
          { value: 'forAbsent', label: t('people.inName') },
          { value: 'acting', label: t('people.acting') },
        ]}
      />
      <Choose
        label={t('people.holder')}
        value={typed.holder}
        empty={t('people.vacant')}
        onChange={(holder) => set({ holder })}
        choices={persons}
      />
      <div className="settings-row">
        <Line label={t('people.from')} type="date" value={typed.from} onChange={(from) => set({ from })} />
        <Line
          label={t('people.untilDay')}
          type="date"
          required
          value={typed.until}
          onChange={(until) => set({ until })}
        />
        <Line
          label={t('people.seenBy')}
          type="date"
          value={typed.seenBy}
          onChange={(seenBy) => set({ seenBy })}
        />
      </div>
      <Line
        label={t('settings.reason')}
        required
        value={typed.reason}
        onChange={(reason) => set({ reason })}
      />
      {appoint.error && <InputFaults error={appoint.error} />}
      <button
        type="button"
        className="button"
        disabled={isLacking || appoint.isPending}
        onClick={() => appoint.mutate()}
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
