// Corrections that wait for the reader's decision: each leads to its page, where both sides and the reason stand.
import { Link } from '@tanstack/react-router';
import type { TodayLine } from '../../server/contract/telling/today.ts';
import { useWords } from '../words/language.tsx';
import { decideWords } from './words.ts';

export const correctionsIn = (lines: readonly TodayLine[]): TodayLine[] =>
  lines.filter(({ known }) => known.entry !== undefined);

export function Corrections({ code, lines }: { code: string; lines: readonly TodayLine[] }) {
  const { t, say } = useWords(decideWords);
  if (lines.length === 0) return null;
  return (
    <section className="card" aria-labelledby="decide-corrections">
      <h2 id="decide-corrections">{t('decide.corrections')}</h2>
      <ul>
        {lines.flatMap(({ text, known, systems, post }) =>
          systems.map(({ system, systemName }) => (
            <li key={`${system}/${known.entry}/${post?.post}`}>
              <Link
                to="/programmes/$code/systems/$system/entries/$seq"
                params={{ code, system, seq: String(known.entry) }}
              >
                {say(systemName)}
                {t('mark.colon')}
                {say(text)}
              </Link>{' '}
              {post && <span className="small soft">{t('decide.asPost', { post: say(post.label) })}</span>}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
