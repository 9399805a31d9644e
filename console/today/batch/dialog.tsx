// One act for several systems: asked once, confirmed once with everything that will be recorded, sent one by one. Each is an entry of
// its own; what is refused, overtaken or unclear is told line by line. Given up, nothing more is sent.
import { useQueries } from '@tanstack/react-query';
import { correctionQuery } from '../../correction/queries.ts';
import { explanationQuery, systemQuery } from '../../queries.ts';
import { Modal } from '../../ui/modal.tsx';
import { Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { todayWords } from '../words.ts';
import { BatchForm } from './form.tsx';
import { type Begun, isReady, type Target, targetOf } from './target.ts';

interface Props {
  code: string;
  begun: Begun;
  account: string;
  onClose: () => void;
}

export function BatchDialog({ code, begun, account, onClose }: Props) {
  const { label } = useWords(todayWords);
  const { targets, error } = useTargets(code, begun);
  return (
    <Modal title={label(begun.act.label)} returnTo={`begin-${begun.id}`} onClose={onClose}>
      {targets ? (
        <BatchForm code={code} begun={begun} targets={targets} account={account} onClose={onClose} />
      ) : (
        <Waiting error={error} />
      )}
    </Modal>
  );
}

/** Each system as it stands, once all are there. */
function useTargets(code: string, { line, act }: Begun): { targets: Target[] | null; error: Error | null } {
  const post = line.post?.post ?? '';
  const views = useQueries({
    queries: line.systems.map(({ system }) => systemQuery(code, system, null)),
  });
  const explanations = useQueries({
    queries: line.systems.map(({ system }) => explanationQuery(code, system, post)),
  });
  const { entry } = line.known;
  const corrections = useQueries({
    queries:
      entry === undefined
        ? []
        : line.systems.map(({ system }) => correctionQuery(code, system, String(entry))),
  });
  const error = [...views, ...explanations, ...corrections].find((one) => one.error)?.error ?? null;
  const found = line.systems.flatMap(({ system }, index) => {
    const [view, explanation] = [views[index]?.data, explanations[index]?.data];
    const correction = entry === undefined ? null : corrections[index]?.data;
    return view && explanation && correction !== undefined
      ? [targetOf({ system, view, explanation, correction }, act.type, line)]
      : [];
  });
  return { targets: isReady(found, line.systems.length) ? found : null, error };
}
