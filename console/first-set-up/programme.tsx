// The programme: its files are looked at as they are given, and loaded by one press.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { LoadCheck } from '../../server/contract/settings/loading.ts';
import type { SetUpState } from '../../server/contract/settings/setting-up.ts';
import { useOnce } from '../acts/sending/once.ts';
import { Unanswered } from '../acts/sending/unanswered.tsx';
import { bySetUpCode } from '../api.ts';
import { Drop } from '../settings/files/drop.tsx';
import type { FolderFile } from '../settings/files/folder.ts';
import { InputFaults, Issues } from '../settings/files/input-faults.tsx';
import { useWords } from '../words/language.tsx';
import { SET_UP } from './queries.ts';
import { setUpWords } from './words.ts';

interface Props {
  secret: string;
  /** Kept in part; null: none. */
  programme: SetUpState['programme'];
}

export function ProgrammePart({ secret, programme }: Props) {
  const { t, say } = useWords(setUpWords);
  const [files, setFiles] = useState<FolderFile[]>([]);
  const look = useMutation({
    networkMode: 'always',
    mutationFn: (given: FolderFile[]) =>
      bySetUpCode(secret).post<LoadCheck>('/setup/check', { files: given }),
  });
  const load = useOnce({
    code: SET_UP,
    content: JSON.stringify(files),
    send: (_id, signal) => bySetUpCode(secret).post('/setup/programme', { files }, signal),
    onDone: () => undefined,
  });
  const read = (given: FolderFile[]) => {
    setFiles(given);
    look.mutate(given);
  };
  return (
    <section className="card settings-form" aria-labelledby="programme">
      <h2 id="programme">{t('setup.programme')}</h2>
      <p>{t('setup.programmeWhat')}</p>
      {programme && (
        <p className="notice warn" role="status">
          {t('setup.underWay', { name: say(programme.name), code: programme.code })}
        </p>
      )}
      <Drop onRead={read} />
      {files.length > 0 && <p className="small">{files.map(({ path }) => path).join(t('mark.and'))}</p>}
      {look.isPending && <p className="soft">{t('setup.checking')}…</p>}
      {look.error && <InputFaults error={look.error} />}
      {look.data && !look.isPending && (
        <>
          <Found found={look.data} />
          {load.refused && <InputFaults error={load.refused} />}
          <Unanswered once={load} unsure={t('setup.loadUnsure')} />
          {look.data.differences.length === 0 && (
            <button type="button" className="button solid" disabled={load.isPending} onClick={load.press}>
              {load.isPending ? t('setup.loading') : t('setup.load')}
            </button>
          )}
        </>
      )}
    </section>
  );
}

/** What `sekimori load --check` says. */
function Found({ found }: { found: LoadCheck }) {
  const { t, say } = useWords(setUpWords);
  const { code, systems, entries, differences, remarks } = found;
  const outcome = differences.length > 0 ? ('differs' as const) : found.stands;
  return (
    <div className="settings-form" role="status">
      <h3>{t('setup.looked')}</h3>
      <p>{t(`setup.${outcome}`, { name: say(found.name), code })}</p>
      <p>{t('setup.counts', { systems, entries })}</p>
      <Issues issues={differences} />
      {remarks.length > 0 && <p className="legend">{t('setup.remarks')}</p>}
      <Issues issues={remarks} />
    </div>
  );
}
