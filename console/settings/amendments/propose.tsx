// Proposing: small changes by their forms, or the whole folder; looked at first, then sent with its reason.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AmendmentPreview } from '../../../server/contract/amendments.ts';
import { programmePath, post as send } from '../../api.ts';
import { Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { Line } from '../field.tsx';
import { Drop } from '../files/drop.tsx';
import type { FolderFile } from '../files/folder.ts';
import { InputFaults } from '../files/input-faults.tsx';
import { amendmentsQuery, folderZip, pathsQuery } from '../queries.ts';
import { useTyped } from '../typed.ts';
import { settingsWords } from '../words.ts';
import { emptyChange } from './change-form.ts';
import { begin, type Draft, draftName, isNothing, wantedOf } from './draft.ts';
import { FarDay } from './far-day.tsx';
import { Preview } from './preview.tsx';
import { SmallChange } from './small-change.tsx';
import { SystemChange } from './systems/system-change.tsx';
import { emptySystem } from './systems/system-form.ts';
import { TakenUp } from './taken-up.tsx';
import { WantedChanges } from './wanted.tsx';

interface Props {
  code: string;
  post: string;
  account: string;
}

const howWords = { changes: 'amend.small', systems: 'amend.systems', files: 'amend.folder' } as const;

export function Propose({ code, post, account }: Props) {
  const { t } = useWords(settingsWords);
  const queries = useQueryClient();
  const { data: paths, error } = useQuery(pathsQuery(code));
  const { value: draft, set, drop } = useTyped<Draft>(draftName(code), begin());
  const [files, setFiles] = useState<FolderFile[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const wanted = draft.how === 'files' ? { files } : wantedOf(draft);
  const isEmpty = draft.how === 'files' ? files.length === 0 : isNothing(draft);
  const look = useMutation({
    mutationFn: () => {
      const from = draft.fromOn ? `?from=${draft.fromOn}` : '';
      return send<AmendmentPreview>(`${programmePath(code)}/amendments/preview${from}`, wanted, account);
    },
  });
  const propose = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const from = draft.fromOn ? { fromOn: draft.fromOn } : {};
      const body = { wanted, reason: draft.reason, ...from, post, requestId: draft.requestId };
      return send<{ number: number }>(`${programmePath(code)}/amendments`, body, account);
    },
    onSuccess: async () => {
      drop();
      setFiles([]);
      look.reset();
      await queries.invalidateQueries({ queryKey: amendmentsQuery(code).queryKey });
    },
  });
  /** What was looked at is what is sent: another draft is looked at anew. */
  const change = (part: Partial<Draft>) => {
    set({ ...draft, ...part });
    if (part.changes || part.how || part.again !== undefined) look.reset();
    propose.reset();
  };
  function submit() {
    const isLacking = draft.reason.trim() === '';
    setFault(isLacking ? t('amend.incomplete', { field: t('settings.reason') }) : null);
    if (!isLacking) propose.mutate();
  }
  if (!paths) return <Waiting error={error} />;
  return (
    <div className="settings-form">
      <fieldset className="settings-row">
        {(['changes', 'systems', 'files'] as const).map((how) => (
          <label key={how} className="choice">
            <input type="radio" name="how" checked={draft.how === how} onChange={() => change({ how })} />
            {t(howWords[how])}
          </label>
        ))}
      </fieldset>
      {draft.how !== 'files' && draft.again !== null && (
        <TakenUp code={code} number={draft.again} onDrop={() => change(begin())} />
      )}
      {draft.how === 'changes' && (
        <SmallChange
          paths={paths}
          typed={draft.typed}
          onType={(typed) => set({ ...draft, typed })}
          onAdd={(typed) =>
            change({ changes: [...draft.changes, typed], typed: { ...emptyChange, kind: typed.kind } })
          }
        />
      )}
      {draft.how === 'systems' && (
        <SystemChange
          paths={paths}
          typed={draft.system}
          onType={(system) => set({ ...draft, system })}
          onAdd={(made, postsStay) => {
            const listed = postsStay.length > 0 ? { made, postsStay } : { made };
            change({ changes: [...draft.changes, listed], system: emptySystem(draft.system.kind) });
          }}
        />
      )}
      {draft.how !== 'files' ? (
        <WantedChanges paths={paths} changes={draft.changes} onChange={(changes) => change({ changes })} />
      ) : (
        <>
          <p>
            <a className="button slim" href={folderZip(code)} download>
              {t('amend.takeOut')}
            </a>
          </p>
          <p className="small">{t('amend.folderWhat')}</p>
          <Drop
            onRead={(read) => {
              setFiles(read);
              look.reset();
            }}
          />
          {files.length > 0 && (
            <p className="small">
              {t('amend.files')}: {files.map(({ path }) => path).join(t('mark.and'))}
            </p>
          )}
        </>
      )}
      <button
        type="button"
        className="button"
        disabled={isEmpty || look.isPending}
        onClick={() => look.mutate()}
      >
        {look.isPending ? t('settings.looking') : t('settings.preview')}
      </button>
      {look.error && <InputFaults error={look.error} />}
      {look.data && (
        <>
          <Preview preview={look.data} />
          <Line
            label={t('settings.reason')}
            hint={t('settings.reasonHint')}
            required
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            fault={fault}
          />
          <Line
            label={t('amend.fromOn')}
            type="date"
            hint={t('amend.fromOnHint')}
            value={draft.fromOn}
            onChange={(fromOn) => change({ fromOn })}
          />
          <FarDay on={draft.fromOn} today={look.data.setting.today} />
          <p className="small soft">{t('amend.final')}</p>
          <button type="button" className="button solid" disabled={propose.isPending} onClick={submit}>
            {propose.isPending ? t('settings.recording') : t('amend.send')}
          </button>
        </>
      )}
      {propose.error && <InputFaults error={propose.error} />}
      {propose.data && (
        <p className="notice good" role="status">
          <Link
            to="/programmes/$code/settings/amendments/$number"
            params={{ code, number: String(propose.data.number) }}
          >
            {t('amend.sent', { number: propose.data.number })}
          </Link>
        </p>
      )}
    </div>
  );
}
