// The parts of the page, each with an address of its own: a press or an address leads to its heading, Back leads to where one was.
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/language.tsx';
import type { Entry } from './contents.ts';
import { pageWords } from './page-words.ts';

export function ContentsBar({ entries }: { entries: readonly Entry[] }) {
  const { t } = useWords(pageWords);
  useLed(entries.map(({ part }) => part).join());
  return (
    <nav className="contents no-print" aria-label={t('contents.title')}>
      <ul>
        {entries.map(({ part, bad }) => (
          <li key={part}>
            <Link
              to="."
              search={true}
              hash={part}
              hashScrollIntoView={false}
              resetScroll={false}
              // Chosen again, the address is the same and the reader elsewhere.
              onClick={() => leadTo(part)}
            >
              {t(`contents.${part}`)}
            </Link>
            {bad && <span className="contents-bad">{t(bad.word, { count: bad.count })}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The heading of a part, seen and read on from. */
function leadTo(part: string): boolean {
  const heading = document.getElementById(part);
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
  return true;
}

/** Where the address leads, once for each that it comes to name; as soon as it is there, for some parts come later. */
function useLed(there: string) {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const led = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was not there is looked for again when parts have come
  useEffect(() => {
    if (hash === '') led.current = '';
    if (hash !== led.current && leadTo(hash)) led.current = hash;
  }, [hash, there]);
}
