// For which of the systems: all that it can be done in, unless its sender leaves some out; why not in the others. Each with what it
// rests on.
import { Basis } from '../../acts/basis.tsx';
import type { ActView } from '../../acts/questions.ts';
import { Matter } from '../../correction/matter.tsx';
import { useWords } from '../../words/language.tsx';
import { todayWords } from '../words.ts';
import type { Target } from './target.ts';

interface Props {
  code: string;
  targets: readonly Target[];
  chosen: readonly string[];
  act: ActView;
  onChoose: (chosen: string[]) => void;
}

export function Which({ code, targets, chosen, act, onChoose }: Props) {
  const { t, say } = useWords(todayWords);
  const set = (system: string, on: boolean) =>
    onChoose(on ? [...chosen, system] : chosen.filter((other) => other !== system));
  return (
    <fieldset className="field batch-which">
      <legend>{t('batch.which')}</legend>
      <ul>
        {targets.map(({ system, view, explanation, correction, act: own, refusals }) => (
          <li key={system}>
            <label className="choice">
              <input
                type="checkbox"
                checked={own !== null && chosen.includes(system)}
                disabled={own === null}
                onChange={(event) => set(system, event.target.checked)}
              />
              <span>{say(view.row.name)}</span>
            </label>
            {own === null && (
              <p className="small soft">
                {t('batch.gone')}
                {t('mark.colon')}
                {refusals.map(({ message }) => say(message)).join(' ')}
              </p>
            )}
            {own && act.moves && <Basis act={own} view={view} explanation={explanation} />}
            {correction && <Matter code={code} system={system} draft={correction} />}
          </li>
        ))}
      </ul>
      {chosen.length === 0 && (
        <p className="fault" role="alert">
          {t('batch.none')}
        </p>
      )}
    </fieldset>
  );
}
