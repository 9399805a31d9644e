// What became of each: recorded by which entry, refused and why, overtaken, or not known. What is not known can be sent again.
import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { todayWords } from '../words.ts';
import type { Fate, Parcel } from './use-batch.ts';

interface Props {
  code: string;
  parcels: readonly Parcel[];
  fates: ReadonlyMap<string, Fate>;
  isSending: boolean;
  onAgain: (some: readonly Parcel[]) => void;
}

export function Fates({ code, parcels, fates, isSending, onAgain }: Props) {
  const { t, say } = useWords(todayWords);
  const unsure = parcels.filter(({ system }) => fates.get(system)?.kind === 'unsure');
  const done = parcels.filter(({ system }) => fates.get(system)?.kind === 'recorded').length;
  const whole = done === parcels.length;
  return (
    <>
      <p role="status" className={isSending ? 'notice' : whole ? 'notice good' : 'notice warn'}>
        {isSending
          ? t('batch.sending')
          : whole
            ? t('batch.done', { count: done })
            : t(unsure.length > 0 ? 'batch.unknown' : 'batch.partly', {
                count: parcels.length,
                done,
                unsure: unsure.length,
              })}
      </p>
      <ul className="batch-fates">
        {parcels.map(({ system, systemName }) => (
          <li key={system}>
            <Link to="/programmes/$code/systems/$system" params={{ code, system }} search={{}}>
              {say(systemName)}
            </Link>
            <OneFate fate={fates.get(system) ?? { kind: 'waiting' }} />
          </li>
        ))}
      </ul>
      {!isSending && unsure.length > 0 && (
        <p>
          <button type="button" className="button" onClick={() => onAgain(unsure)}>
            {t('batch.again')}
          </button>
        </p>
      )}
    </>
  );
}

function OneFate({ fate }: { fate: Fate }) {
  const { t } = useWords(todayWords);
  switch (fate.kind) {
    case 'recorded':
      return (
        <span>
          <Icon name="check" /> {t('batch.recorded', { seq: fate.seq, hash: fate.hash.slice(0, 8) })}
        </span>
      );
    case 'refused':
      return <ProblemNotice error={fate.error} title={t('batch.refused')} />;
    case 'unsure':
    case 'stale':
      return (
        <span>
          <Icon name="alert" /> {t(`batch.${fate.kind}`)}
        </span>
      );
    default:
      return <span className="soft">{t(`batch.${fate.kind}`)}</span>;
  }
}
