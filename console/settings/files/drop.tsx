// Where a folder, a zip or single YAML files are dropped or chosen.
import { useRef, useState } from 'react';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';
import { type FolderFile, folderOf, type Named, namedInDrop, namedOf } from './folder.ts';

export function Drop({ onRead }: { onRead: (files: FolderFile[]) => void }) {
  const { t } = useWords(settingsWords);
  const [fault, setFault] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  async function take(named: readonly Named[]) {
    const found = await folderOf(named);
    setFault(found.status === 'wrong' ? t(found.word, found.facts) : null);
    if (found.status === 'read') onRead(found.files);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the two buttons, which do the same by keyboard
    <div
      className={`settings-drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void namedInDrop(event.dataTransfer.items).then(take);
      }}
    >
      <p>{t('amend.drop')}</p>
      <div className="settings-row">
        <button type="button" className="button slim" onClick={() => files.current?.click()}>
          {t('amend.chooseFiles')}
        </button>
        <button type="button" className="button slim" onClick={() => folder.current?.click()}>
          {t('amend.chooseFolder')}
        </button>
      </div>
      <input
        ref={files}
        hidden
        type="file"
        multiple
        accept=".yaml,.yml,.zip"
        aria-label={t('amend.chooseFiles')}
        onChange={(event) => void take(namedOf(event.target.files ?? []))}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // React has no name of its own for it.
          input?.setAttribute('webkitdirectory', '');
        }}
        hidden
        type="file"
        aria-label={t('amend.chooseFolder')}
        onChange={(event) => void take(namedOf(event.target.files ?? []))}
      />
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
