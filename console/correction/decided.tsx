// What was proposed for an entry and decided: of each that was approved what stood and what stands instead; of the others that nothing changed.
import { Link } from '@tanstack/react-router';
import type { CorrectionPairView } from '../../server/contract/auditing/pairs.ts';
import { Tag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { Pair } from './pair.tsx';
import { correctionWords } from './words.ts';

interface Props {
  code: string;
  system: string;
  pairs: readonly CorrectionPairView[];
}

export function Decided({ code, system, pairs }: Props) {
  const { t } = useWords(correctionWords);
  if (pairs.length === 0) return null;
  const last = pairs.findLast(({ status }) => status === 'approved');
  return (
    <section className="card" aria-labelledby="decided">
      <h2 id="decided">{t('correction.history')}</h2>
      {pairs.map((pair) => (
        <One key={pair.proposed.seq} pair={pair} isLast={pair === last} />
      ))}
      <p className="small">
        <Link to="/programmes/$code/systems/$system" params={{ code, system }} search={{}} hash="history">
          {t('correction.toHistory')}
        </Link>
      </p>
    </section>
  );
}

function One({ pair, isLast }: { pair: CorrectionPairView; isLast: boolean }) {
  const { t } = useWords(correctionWords);
  const { status, wrong, right, differs, proposed, decided } = pair;
  // What waits is the one that is open.
  if (status === 'waits') return null;
  const isMade = status === 'approved';
  const made = right ? 'correction.made' : 'correction.madeVoid';
  const heads = {
    wrong: t(isMade ? 'correction.stood' : 'correction.stands'),
    right: t(isMade ? (isLast ? 'correction.standsNow' : 'correction.stoodThen') : 'correction.proposedAs'),
  };
  return (
    <article className="correction-made">
      <p>
        <Tag
          tone={isMade ? 'warn' : ''}
          icon={isMade ? 'alert' : 'dot'}
          text={t(isMade ? made : `correction.state.${status}`)}
        />
      </p>
      <Pair {...{ wrong, right, differs, heads }} />
      {proposed.reason !== null && <p>{t('correction.why', { reason: proposed.reason })}</p>}
      <Turn turn={proposed} word="correction.turnProposed" />
      {decided && <Turn turn={decided} word={`correction.turn.${status}`} />}
      {decided?.reason && <p>{t('correction.why', { reason: decided.reason })}</p>}
    </article>
  );
}

function Turn({
  turn: { seq, name, postLabel, occurredOn },
  word,
}: {
  turn: CorrectionPairView['proposed'];
  word: keyof typeof correctionWords;
}) {
  const { t, say } = useWords(correctionWords);
  return (
    <p className="small soft">
      {t(word)} {name} {say(postLabel)} <Day value={occurredOn} /> {t('correction.nth', { seq })}
    </p>
  );
}
