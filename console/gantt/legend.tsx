// What each sign of the chart means; printed with it.
import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import { ganttWords } from './words.ts';

export function Legend({ compared }: { compared: boolean }) {
  const { t } = useWords(ganttWords);
  return (
    <ul className="gantt-legend small" aria-label={t('gantt.legend')}>
      <Sign word={t('gantt.plan')}>
        <rect x="1" y="3" width="22" height="10" className="gantt-plan ahead" />
      </Sign>
      <Sign
        word={`${t('gantt.plan')}${t('mark.open')}${t('gantt.assumed')}${t('mark.and')}${t('gantt.monthOnly')}${t('mark.close')}`}
      >
        <path d="M5 3 H19 L23 8 L19 13 H5 L1 8 Z" className="gantt-plan ahead assumed" />
      </Sign>
      <Sign word={t('gantt.actual')}>
        <rect x="1" y="6" width="22" height="5" className="gantt-actual" />
      </Sign>
      <Sign word={t('gantt.gate')}>
        <path className="gantt-gate passed" d="M6 2 Q12 4 18 2 M7.5 6 H16.5 M9 3 V14 M15 3 V14" />
      </Sign>
      <Sign word={t('gantt.deadline')}>
        <path className="gantt-due pending" d="M12 3 l5 5 l-5 5 l-5 -5 Z" />
      </Sign>
      <Sign word={t('gantt.legal')}>
        <rect x="1" y="1" width="22" height="14" className="gantt-legal" />
        <line x1="1" x2="1" y1="1" y2="15" className="gantt-legal-line" />
      </Sign>
      <Sign word={t('gantt.waits')}>
        <path className="gantt-wait" d="M4 1 V9 H22" />
      </Sign>
      {compared && (
        <Sign word={t('gantt.ghost')}>
          <rect x="1" y="3" width="22" height="10" className="gantt-ghost" />
        </Sign>
      )}
    </ul>
  );
}

function Sign({ word, children }: { word: string; children: ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 24 16" aria-hidden="true">
        {children}
      </svg>
      {word}
    </li>
  );
}
