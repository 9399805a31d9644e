// Acts of the reader that may have arrived: said on every page until the record answers, then what it answered.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { changedByAct } from '../../queries.ts';
import { useSpeech } from '../../words/language.tsx';
import type { Delivery } from './delivery.ts';
import { useDesk } from './desk.ts';
import { afresh, isAsSent } from './draft.ts';
import { useVerdict } from './verdict.ts';

interface Told {
  id: string;
  recorded: boolean;
  sentence: string;
}

export function UnderWay({ account }: { account: string }) {
  const { t } = useSpeech();
  const { deliveries } = useDesk();
  const [told, setTold] = useState<Told[]>([]);
  const seen = useSyncExternalStore(deliveries.watch, () => JSON.stringify(deliveries.entries()));
  const asked = (JSON.parse(seen) as [string, Delivery][]).filter(
    ([, each]) => each.account === account && each.state === 'asking',
  );
  return (
    <div role="status" className="beside-page small">
      {asked.map(([id, delivery]) => (
        <Asked
          key={id}
          id={id}
          delivery={delivery}
          onTold={(now) => setTold((was) => [...was.filter((each) => each.id !== now.id), now])}
        />
      ))}
      {told.map(({ id, recorded, sentence }) => (
        <p key={id} className={`notice ${recorded ? 'good' : 'warn'}`}>
          <span>{sentence}</span>
          <button
            type="button"
            className="button slim"
            onClick={() => setTold((was) => was.filter((each) => each.id !== id))}
          >
            {t('app.close')}
          </button>
        </p>
      ))}
    </div>
  );
}

interface AskedProps {
  id: string;
  delivery: Delivery;
  onTold: (told: Told) => void;
}

function Asked({ id, delivery, onTold }: AskedProps) {
  const { t, say } = useSpeech();
  const { drafts, deliveries } = useDesk();
  const queries = useQueryClient();
  const verdict = useVerdict(id, delivery);
  const { code, systemName, act } = delivery;
  const about = { act: say(act), system: say(systemName) };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record answers once, whatever has been drawn since
  useEffect(() => {
    if (verdict.kind === 'open') return;
    const recorded = verdict.kind === 'recorded';
    const sentence = recorded
      ? t(endDraft() ? 'act.arrived' : 'act.arrivedOtherwise', { ...about, seq: verdict.entry.seq })
      : t('act.notArrived', about);
    onTold({ id, recorded, sentence });
    deliveries.drop(id);
    for (const queryKey of changedByAct(code)) void queries.invalidateQueries({ queryKey });
  }, [verdict.kind]);
  return (
    <p className="notice warn">
      <span>{t('act.asking', about)}</span>
      <button type="button" className="button slim" onClick={() => deliveries.drop(id)}>
        {t('act.askNoMore')}
      </button>
    </p>
  );

  /** Ends what was typed for the act; what was changed after it had been sent stays, as an act of its own. */
  function endDraft(): boolean {
    const draft = drafts.get(delivery.draft);
    if (draft?.requestId !== id) return true;
    if (isAsSent(draft)) {
      drafts.drop(delivery.draft);
      return true;
    }
    drafts.set(delivery.draft, { ...draft, ...afresh() });
    return false;
  }
}
