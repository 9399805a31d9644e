// One's own sheet while it is typed, and its way to the door: kept over a reload, sent once whatever is pressed, cut off when given up.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Submitted } from '../../../server/contract/entries.ts';
import { type SheetDraft, useDesk } from '../../acts/sending/desk.ts';
import { ApiProblem, requestId, post as send } from '../../api.ts';
import { changedByAct } from '../../queries.ts';
import { rfpPath } from '../queries.ts';
import type { Typed } from './points.ts';

interface About {
  code: string;
  system: string;
  account: string;
  post: string;
  /** The round that is scored; null where there are none. */
  round: string | null;
  /** What was signed before; null of a sheet that is new. */
  own: Typed | null;
}

/** Points, or a filled form as it was chosen. */
export type Signed = { points: Typed } | { file: { name: string; base64: string } };

export function useSheet({ code, system, account, post, round, own }: About) {
  const { sheets } = useDesk();
  const queries = useQueryClient();
  const key = [account, code, system, ...(round === null ? [] : [round])].join('/');
  const [draft, setDraft] = useState<SheetDraft>(
    () => sheets.get(key) ?? { points: own ?? {}, requestId: requestId() },
  );
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const keep = (next: SheetDraft) => {
    setDraft(next);
    sheets.set(key, next);
  };
  const signing = useMutation({
    networkMode: 'always',
    mutationFn: (signed: Signed) => {
      const cut = new AbortController();
      underWay.current = cut;
      const body = { post, requestId: draft.requestId, ...(round === null ? {} : { round }), ...signed };
      return send<Submitted>(`${rfpPath(code, system)}/sheet`, body, account, cut.signal);
    },
    onSuccess: async () => {
      sheets.drop(key);
      setDraft((was) => ({ ...was, requestId: requestId() }));
      const changed = [...changedByAct(code), ['rfp', code], ['procurements', code]];
      await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      // A clear answer ends the request id's use; an unclear one keeps it: sent again, it is recorded once.
      if (error instanceof ApiProblem && !error.unclear) keep({ ...draft, requestId: requestId() });
    },
  });
  return {
    typed: draft.points,
    type: (applicant: string, criterion: string, value: string) => {
      const row = { ...draft.points[applicant], [criterion]: value };
      keep({ ...draft, points: { ...draft.points, [applicant]: row } });
    },
    sign: (signed: Signed) => signing.mutate(signed),
    giveUp: () => underWay.current?.abort(),
    forget: () => signing.reset(),
    isSending: signing.isPending,
    isSigned: signing.isSuccess,
    error: signing.error,
  };
}
