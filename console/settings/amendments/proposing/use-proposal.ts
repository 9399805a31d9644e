// A proposal while it is written: what was typed, kept over a reload; what was looked at; and whether what is sent is what was looked at.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { AmendmentPreview } from '../../../../server/contract/amendments.ts';
import type { PathList } from '../../../../server/contract/settings/paths.ts';
import { programmePath, post as send } from '../../../api.ts';
import type { FolderFile } from '../../files/folder.ts';
import { amendmentsQuery, pathsQuery } from '../../queries.ts';
import { useTyped } from '../../typed.ts';
import { begunWith } from './asked.ts';
import type { Asked } from './asked-parts.ts';
import { adoptedOn, begin, type Draft, draftName, isNothing, reasonStands, wantedOf } from './draft.ts';

export interface Proposing {
  code: string;
  post: string;
  account: string;
  /** The change that another page leads to. */
  asked: Asked;
}

export type Proposal = ReturnType<typeof useProposal>;

export function useProposal({ code, post, account, asked }: Proposing) {
  const { data: paths, error } = useQuery(pathsQuery(code));
  const { value: draft, set, drop } = useTyped<Draft>(draftName(code), begin());
  const [files, setFiles] = useState<FolderFile[]>([]);
  const today = paths?.setting.today ?? '';
  const wantedIn = (one: Draft) =>
    one.how === 'files'
      ? { files, ...(one.postsStay.length === 0 ? {} : { postsStay: one.postsStay }) }
      : wantedOf(one);
  const look = useLook((one: Draft) => ({ code, account, on: adoptedOn(one, today), wanted: wantedIn(one) }));
  const queries = useQueryClient();
  const propose = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const [{ reason, requestId }, fromOn] = [draft, adoptedOn(draft, today)];
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
  /** What was looked at is what is sent: anything else is looked at anew. */
  const change = (part: Partial<Draft>) => {
    set({ ...draft, ...part });
    if (part.reason === undefined || reasonStands(draft)) look.forget();
    propose.reset();
  };
  useBegun({ code, draft, asked, paths, onBegin: change });
  return {
    code,
    paths,
    error,
    draft,
    files,
    today,
    fromOn: adoptedOn(draft, today),
    isEmpty: draft.how === 'files' ? files.length === 0 : isNothing(draft),
    look,
    propose,
    change,
    /** What is typed and not yet one of the changes. */
    type: (part: Pick<Partial<Draft>, 'typed' | 'system'>) => set({ ...draft, ...part }),
    handIn: (read: FolderFile[]) => {
      setFiles(read);
      change({ postsStay: [] });
    },
  };
}

interface Looked {
  code: string;
  account: string;
  /** Empty: once it is approved. */
  on: string;
  wanted: object;
}

function useLook(of: (draft: Draft) => Looked) {
  const [isStale, setStale] = useState(false);
  const { data, error, isPending, mutate, reset } = useMutation({
    mutationFn: (draft: Draft) => {
      const { code, account, on, wanted } = of(draft);
      const path = `${programmePath(code)}/amendments/preview${on ? `?from=${on}` : ''}`;
      return send<AmendmentPreview>(path, wanted, account);
    },
    onSuccess: () => setStale(false),
  });
  const forget = () => {
    setStale(data !== undefined);
    reset();
  };
  return { data, error, isPending, isStale, mutate, reset, forget };
}

interface Begun {
  code: string;
  draft: Draft;
  asked: Asked;
  paths: PathList | undefined;
  onBegin: (draft: Draft) => void;
}

/** What the address asks for is taken once: a reload then finds what has been typed since. */
function useBegun({ code, draft, asked, paths, onBegin }: Begun): void {
  const navigate = useNavigate();
  const taken = useRef<Asked | null>(null);
  useEffect(() => {
    if (!paths || asked.change === undefined || taken.current === asked) return;
    taken.current = asked;
    const begun = begunWith(draft, asked, paths);
    if (begun) onBegin(begun);
    void navigate({ to: '/programmes/$code/settings', params: { code }, search: {}, replace: true });
    document.getElementById('propose')?.scrollIntoView();
  });
}
