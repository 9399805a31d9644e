// What is proposed: changes typed one after the other, of the programme and of its systems, or the whole folder.
import type { PathList } from '../../../../server/contract/settings/paths.ts';
import { useWords } from '../../../words/language.tsx';
import { Drop } from '../../files/drop.tsx';
import type { FolderFile } from '../../files/folder.ts';
import { folderZip } from '../../queries.ts';
import { settingsWords } from '../../words.ts';
import { emptyChange } from '../change-form.ts';
import { SmallChange } from '../small-change.tsx';
import { SystemChange } from '../systems/system-change.tsx';
import { emptySystem } from '../systems/system-form.ts';
import { begin } from './draft.ts';
import { TakenUp } from './taken-up.tsx';
import type { Proposal } from './use-proposal.ts';
import { WantedChanges } from './wanted.tsx';

interface Props {
  proposal: Proposal;
  paths: PathList;
}

const howWords = { changes: 'amend.small', systems: 'amend.systems', files: 'amend.folder' } as const;

export function Gathering({ proposal, paths }: Props) {
  const { t } = useWords(settingsWords);
  const { code, draft, files, change, handIn } = proposal;
  return (
    <>
      <fieldset className="settings-row">
        {(['changes', 'systems', 'files'] as const).map((how) => (
          <label key={how} className="choice">
            <input type="radio" name="how" checked={draft.how === how} onChange={() => change({ how })} />
            {t(howWords[how])}
          </label>
        ))}
      </fieldset>
      {draft.how === 'files' ? (
        <Folder code={code} files={files} onRead={handIn} />
      ) : (
        <Changes proposal={proposal} paths={paths} />
      )}
    </>
  );
}

function Changes({ proposal: { code, draft, change, type }, paths }: Props) {
  const { t } = useWords(settingsWords);
  return (
    <>
      <p className="small soft">{t('amend.gather')}</p>
      {draft.again !== null && <TakenUp code={code} number={draft.again} onDrop={() => change(begin())} />}
      {draft.how === 'changes' ? (
        <SmallChange
          paths={paths}
          typed={draft.typed}
          onType={(typed) => type({ typed })}
          onAdd={(typed) =>
            change({ changes: [...draft.changes, typed], typed: { ...emptyChange, kind: typed.kind } })
          }
        />
      ) : (
        <SystemChange
          paths={paths}
          typed={draft.system}
          onType={(system) => type({ system })}
          onAdd={(made, postsStay) => {
            const listed = postsStay.length > 0 ? { made, postsStay } : { made };
            change({ changes: [...draft.changes, listed], system: emptySystem(draft.system.kind) });
          }}
        />
      )}
      <WantedChanges paths={paths} changes={draft.changes} onChange={(changes) => change({ changes })} />
    </>
  );
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
