// Both sides of a correction beside each other: what stands or stood and what is right, field by field.
import type { CorrectionPairView } from '../../server/contract/auditing/pairs.ts';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { correctionWords } from './words.ts';
import './correction.css';

type Said = CorrectionPairView['wrong'];

interface Props {
  wrong: Said;
  /** Null where the entry should not have been at all. */
  right: Said | null;
  differs: CorrectionPairView['differs'];
  /** What the two sides are called: by default the wrong and the right one. */
  heads?: { wrong: string; right: string };
}

export function Pair({ wrong, right, differs, heads }: Props) {
  const { t, say } = useWords(correctionWords);
  return (
    <dl className="correction-pair">
      <dt>{heads?.wrong ?? t('correction.wrong')}</dt>
      <dd>
        <Side said={wrong} />
      </dd>
      <dt>{heads?.right ?? t('correction.isRight')}</dt>
      <dd>{right ? <Side said={right} /> : <strong>{t('correction.isVoid')}</strong>}</dd>
      {differs.map(({ field, wrong: was, right: is }) => (
        <div key={field.ja} className="correction-field">
          <dt>{say(field)}</dt>
          <dd>
            <del>{say(was)}</del> → <ins>{say(is)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Side({ said }: { said: Said }) {
  const { say } = useWords(correctionWords);
  return (
    <>
      {say(said.summary)}
      <span className="correction-under soft">
        <Day value={said.occurredOn} /> {said.name} {say(said.postLabel)}
      </span>
    </>
  );
}
