// Proposing: changes gathered by their forms, or the whole folder, with the reason and the day; looked at as it will be sent, then sent.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { AmendmentPreview } from '../../../../server/contract/amendments.ts';
import { programmePath, post as send } from '../../../api.ts';
import { Waiting } from '../../../ui/problem.tsx';
import { useWords } from '../../../words/language.tsx';
import { Line } from '../../field.tsx';
import { Drop } from '../../files/drop.tsx';
import type { FolderFile } from '../../files/folder.ts';
import { InputFaults } from '../../files/input-faults.tsx';
import { amendmentsQuery, folderZip, pathsQuery } from '../../queries.ts';
import { useTyped } from '../../typed.ts';
import { settingsWords } from '../../words.ts';
import { emptyChange } from '../change-form.ts';
import { FarDay } from '../far-day.tsx';
import { Preview } from '../preview.tsx';
import { SmallChange } from '../small-change.tsx';
import { SystemChange } from '../systems/system-change.tsx';
import { emptySystem } from '../systems/system-form.ts';
import { begunWith } from './asked.ts';
import type { Asked } from './asked-parts.ts';
import { adoptedOn, begin, type Draft, draftName, isNothing, reasonStands, wantedOf } from './draft.ts';
import { FolderPosts } from './folder-posts.tsx';
import { TakenUp } from './taken-up.tsx';
import { WantedChanges } from './wanted.tsx';

interface Props {
  code: string;
  post: string;
  account: string;
  /** The change that another page leads to. */
  asked: Asked;
}

const howWords = { changes: 'amend.small', systems: 'amend.systems', files: 'amend.folder' } as const;

export function Propose({ code, post, account, asked }: Props) {
  const { t } = useWords(settingsWords);
  const queries = useQueryClient();
  const { data: paths, error } = useQuery(pathsQuery(code));
  const { value: draft, set, drop } = useTyped<Draft>(draftName(code), begin());
  const [files, setFiles] = useState<FolderFile[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [isStale, setStale] = useState(false);
  const today = paths?.setting.today ?? '';
  const fromOn = adoptedOn(draft, today);
  const wantedIn = (one: Draft) =>
    one.how === 'files'
      ? { files, ...(one.postsStay.length === 0 ? {} : { postsStay: one.postsStay }) }
      : wantedOf(one);
  const isEmpty = draft.how === 'files' ? files.length === 0 : isNothing(draft);
  const look = useMutation({
    mutationFn: (one: Draft) => {
      const on = adoptedOn(one, today);
      const path = `${programmePath(code)}/amendments/preview${on ? `?from=${on}` : ''}`;
      return send<AmendmentPreview>(path, wantedIn(one), account);
    },
    onSuccess: () => setStale(false),
  });
  const propose = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const { reason, requestId } = draft;
      const body = { wanted: wantedIn(draft), reason, ...(fromOn ? { fromOn } : {}), post, requestId };
      return send<{ number: number }>(`${programmePath(code)}/amendments`, body, account);
    },
    onSuccess: async () => {
      drop();
      setFiles([]);
      look.reset();
      await queries.invalidateQueries({ queryKey: amendmentsQuery(code).queryKey });
    },
  });
  const unlook = () => {
    setStale(look.data !== undefined);
    look.reset();
  };
  /** What was looked at is what is sent: anything else is looked at anew. */
  const change = (part: Partial<Draft>) => {
    set({ ...draft, ...part });
    if (part.reason === undefined || reasonStands(draft)) unlook();
    propose.reset();
  };
  useBegun({ code, asked, begun: paths && begunWith(draft, asked, paths), onBegin: change });
  const hasReason = (isNeeded: boolean) => {
    const isLacking = isNeeded && draft.reason.trim() === '';
    setFault(isLacking ? t('amend.incomplete', { field: t('settings.reason') }) : null);
    return !isLacking;
  };
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
      {draft.how !== 'files' && <p className="small soft">{t('amend.gather')}</p>}
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
      {draft.how === 'files' ? (
        <Folder
          code={code}
          files={files}
          onRead={(read) => {
            setFiles(read);
            change({ postsStay: [] });
          }}
        />
      ) : (
        <WantedChanges paths={paths} changes={draft.changes} onChange={(changes) => change({ changes })} />
      )}
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
        note={draft.fromOn === null && fromOn !== '' ? t('amend.fromOnYear') : ''}
        value={fromOn}
        onChange={(on) => change({ fromOn: on })}
      />
      <FarDay on={fromOn} today={today} />
      {isStale && <p className="notice warn">{t('amend.lookAgain')}</p>}
      <button
        type="button"
        className="button"
        disabled={isEmpty || look.isPending}
        onClick={() => hasReason(reasonStands(draft)) && look.mutate(draft)}
      >
        {look.isPending ? t('settings.looking') : t('settings.preview')}
      </button>
      {look.error && <InputFaults error={look.error} />}
      {look.data && (
        <>
          <Preview preview={look.data} />
          {draft.how === 'files' && (
            <FolderPosts
              heirs={look.data.heirs}
              stay={draft.postsStay}
              onChange={(postsStay) => {
                change({ postsStay });
                look.mutate({ ...draft, postsStay });
              }}
            />
          )}
          <p className="small soft">{t('amend.final')}</p>
          <button
            type="button"
            className="button solid"
            disabled={propose.isPending}
            onClick={() => hasReason(true) && propose.mutate()}
          >
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

interface Begun {
  code: string;
  asked: Asked;
  /** Undefined while it is not known what there is. */
  begun: Draft | null | undefined;
  onBegin: (draft: Draft) => void;
}

/** What the address asks for is taken once: a reload then finds what has been typed since. */
function useBegun({ code, asked, begun, onBegin }: Begun): void {
  const navigate = useNavigate();
  const taken = useRef<Asked | null>(null);
  useEffect(() => {
    if (begun === undefined || asked.change === undefined || taken.current === asked) return;
    taken.current = asked;
    if (begun) onBegin(begun);
    void navigate({ to: '/programmes/$code/settings', params: { code }, search: {}, replace: true });
    document.getElementById('propose')?.scrollIntoView();
  });
}

interface FolderProps {
  code: string;
  files: readonly FolderFile[];
  onRead: (files: FolderFile[]) => void;
}

function Folder({ code, files, onRead }: FolderProps) {
  const { t } = useWords(settingsWords);
  return (
    <>
      <p>
        <a className="button slim" href={folderZip(code)} download>
          {t('amend.takeOut')}
        </a>
      </p>
      <p className="small">{t('amend.folderWhat')}</p>
      <Drop onRead={onRead} />
      {files.length > 0 && (
        <p className="small">
          {t('amend.files')}: {files.map(({ path }) => path).join(t('mark.and'))}
        </p>
      )}
    </>
  );
}
