// One migration in a row of the board.
import { businessesText } from '../../machines/values/names/business.ts';
import type { BoardRow } from '../../server/contract/migrations/board.ts';
import type { Past } from '../asks.ts';
import { DeadlineCell, RegimeTag, StageTag } from '../ui/condition.tsx';
import { Icon } from '../ui/icon.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useSpeech } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';

export function Row({ row, code, past }: { row: BoardRow; code: string; past: Past | null }) {
  const { t, say } = useSpeech();
  return (
    <tr className={row.overdue > 0 ? 'overdue' : undefined}>
      <th scope="row">
        {row.outline ? (
          say(row.name)
        ) : (
          <SystemLink code={code} system={row.system} past={past}>
            {say(row.name)}
          </SystemLink>
        )}
        <span className="board-business soft">{covers(row, say)}</span>
      </th>
      <td>
        <span className="board-phase">
          <strong>{say(row.phaseLabel)}</strong>
          <Track row={row} />
          <StageTag row={row} />
          <RegimeTag row={row} />
        </span>
      </td>
      <td title={say(row.waveLabel)}>{withoutNote(say(row.waveLabel))}</td>
      {row.outline ? (
        <td colSpan={3} className="soft">
          {t('board.notShown')}
        </td>
      ) : (
        <WhatIsAsked row={row} />
      )}
    </tr>
  );
}

/** Of a system that its reader is shown whole. */
function WhatIsAsked({ row }: { row: BoardRow }) {
  const { t, say } = useSpeech();
  return (
    <>
      <td>
        <DeadlineCell deadline={row.nextDeadline} />
      </td>
      <td>
        <Blockers row={row} />
      </td>
      <td>
        {row.waitingFor.map(({ label }) => say(label)).join(t('mark.and')) || (
          <span className="soft">{t('app.none')}</span>
        )}
      </td>
    </>
  );
}

/** `第2期（令和7年度移行分）` is 第2期 in a narrow column. */
const withoutNote = (label: string): string => label.replace(/\s*[（(].*[）)]$/u, '');

/** Phases that stand in full width; of more, each is narrower. */
const LONGEST = 10;

function Track({ row }: { row: BoardRow }) {
  const { t } = useSpeech();
  const facts = { index: row.phaseIndex + 1, count: row.phaseCount };
  return (
    <svg
      className="track"
      viewBox={`0 0 ${row.phaseCount * 8} 8`}
      width={Math.min(row.phaseCount, LONGEST) * 8}
      height="8"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('board.phaseOf', facts)}
    >
      {Array.from({ length: row.phaseCount }, (_, index) => index).map((index) => {
        const place = index < row.phaseIndex ? 'passed' : index === row.phaseIndex ? 'here' : 'ahead';
        const tall = place === 'here';
        return (
          <rect
            key={index}
            className={place}
            x={index * 8 + 0.5}
            y={tall ? 0.5 : 2.5}
            width="6"
            height={tall ? 7 : 3}
            rx="1"
          />
        );
      })}
    </svg>
  );
}

/**
 * What blocks in two lines at most: the label of what is missing where there is one, how many more; the whole sentence is in the
 * title.
 */
function Blockers({ row }: { row: BoardRow }) {
  const { t, say } = useSpeech();
  if (row.blockers.length === 0) return <span className="soft">{t('board.noBlockers')}</span>;
  const shown = row.blockers.slice(0, row.blockers.length > 2 ? 1 : 2);
  const more = row.blockers.length - shown.length;
  return (
    <ul className="blockers">
      {shown.map((refusal) => (
        <li key={refusal.code + say(refusal.message)} title={say(refusal.message)}>
          <Icon name="cross" />
          {isText(refusal.facts.label) ? say(refusal.facts.label) : say(refusal.message)}
        </li>
      ))}
      {more > 0 && <li className="soft">{t('board.moreBlockers', { count: more })}</li>}
    </ul>
  );
}

const isText = (value: unknown): value is { ja: string; en: string } =>
  typeof value === 'object' && value !== null && 'ja' in value && 'en' in value;

/** The part or the businesses, where the system's name does not say them already. */
function covers({ part, name, businesses }: BoardRow, say: (text: Sentence) => string): string {
  if (part) return name.ja.includes(part) ? '' : part;
  if (businesses.join('/') === name.ja) return '';
  return say(businessesText(businesses));
}
