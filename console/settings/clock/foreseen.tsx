// What a clock move will cause, in its order: counts first, beside which the move is pressed, then each entry with whom it tells.
import { useState } from 'react';
import type { ClockPreview } from '../../../server/contract/settings/clock.ts';
import { Moment } from '../../ui/day.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';
import { type Group, groupsOf } from './groups.ts';

type Item = ClockPreview['items'][number];
const tags = { missed: 'tag bad', told: 'tag', other: 'tag warn' } as const;

export function ForeseenCounts({ found, when }: { found: ClockPreview; when: string }) {
  const { t, say, day } = useWords(settingsWords);
  if (found.refusals.length > 0)
    return (
      <div className="notice bad" role="alert">
        {found.refusals.map(({ code, message }) => (
          <p key={code}>{say(message)}</p>
        ))}
      </div>
    );
  const { counts, amendments, unfinished } = found;
  return (
    <div className="notice warn" role="status">
      <strong>
        {counts.entries > 0 ? t('clock.comes', { to: when, ...counts }) : t('clock.nothing', { to: when })}
      </strong>
      {amendments.map(({ number, reason, fromOn }) => (
        <p key={number}>{t('clock.amendment', { number, reason, day: day(fromOn) })}</p>
      ))}
      {unfinished.length > 0 && (
        <p>{t('clock.unfinished', { list: unfinished.map(say).join(t('mark.and')) })}</p>
      )}
    </div>
  );
}

/** A day or a month a line, opened for what comes on it. */
export function Foreseen({ found }: { found: ClockPreview }) {
  const { t, say, day } = useWords(settingsWords);
  const { items, postsOver, more, refusals } = found;
  if (refusals.length > 0 || postsOver.length + items.length === 0) return null;
  const groups = groupsOf(items);
  return (
    <div>
      {postsOver.length > 0 && (
        <details>
          <summary>{t('clock.posts', { count: postsOver.length })}</summary>
          <ul className="small">
            {postsOver.map((one) => (
              <li key={`${one.name}/${one.post}/${one.system}`}>
                {t('clock.postOver', { name: one.name, post: say(one.postLabel), day: day(one.until) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {groups.map((group) => (
        <OneGroup key={group.on} group={group} isOpen={groups.length === 1} />
      ))}
      {more && <p>{t('clock.more')}</p>}
    </div>
  );
}

const kinds = ['missed', 'told', 'other'] as const;

/** What is not opened is not drawn: hundreds of lines cost nobody anything. */
function OneGroup({ group: { on, items, counts }, isOpen }: { group: Group; isOpen: boolean }) {
  const { t, day } = useWords(settingsWords);
  const [isDrawn, setDrawn] = useState(isOpen);
  return (
    <details open={isDrawn} onToggle={(event) => setDrawn(event.currentTarget.open)}>
      <summary>
        {day(on)}{' '}
        {kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <span key={kind} className={tags[kind]}>
              {t('clock.ofKind', { kind: t(`clock.${kind}`), count: counts[kind] })}
            </span>
          ))}
      </summary>
      {isDrawn && <Items items={items} />}
    </details>
  );
}

function Items({ items }: { items: readonly Item[] }) {
  const { t } = useWords(settingsWords);
  return (
    <Scroll label={t('clock.event')}>
      <table className="grid-table">
        <caption className="hidden">{t('clock.event')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clock.when')}</th>
            <th scope="col">{t('amend.system')}</th>
            <th scope="col">{t('clock.event')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is shown once and never changes its order
            <Row key={index} item={item} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ item }: { item: Item }) {
  const { t, say } = useWords(settingsWords);
  const { at, systemName, kind, summary, shuts, notices, milestones } = item;
  return (
    <tr>
      <td>
        <Moment value={at} />
      </td>
      <td>{say(systemName)}</td>
      <td>
        <span className={tags[kind]}>{t(`clock.${kind}`)}</span>{' '}
        {shuts && <span className="tag full">{t('clock.shuts')}</span>} {notices.length === 0 && say(summary)}
        {notices.map(({ text, to }) => (
          <p key={text.ja}>
            {say(text)}{' '}
            <span className="soft">
              {t('clock.to', { who: to.map(({ label }) => say(label)).join(t('mark.and')) })}
            </span>
          </p>
        ))}
        {milestones.map((one) => (
          <p key={one.ja}>{say(one)}</p>
        ))}
      </td>
    </tr>
  );
}
