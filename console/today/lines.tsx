// A section of the day: its lines, each one sentence for several systems, with what can be done about it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TodayLine } from '../../server/contract/telling/today.ts';
import { Tag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import type { Begun } from './batch/target.ts';
import { heldAlike, type Said } from './held-alike.ts';
import { todayWords } from './words.ts';

interface Props {
  code: string;
  id: string;
  heading: string;
  note?: string;
  empty: string;
  lines: readonly TodayLine[];
  onBegin: (begun: Begun) => void;
}

/** What a morning can take in; the rest behind one press. */
const SHOWN = 12;

export function Lines({ code, id, heading, note, empty, lines, onBegin }: Props) {
  const { t } = useWords(todayWords);
  const [all, setAll] = useState(false);
  const said = heldAlike(lines);
  const shown = all ? said : said.slice(0, SHOWN);
  return (
    <section className="today-part" aria-labelledby={`today-${id}`}>
      <h2 id={`today-${id}`}>
        {heading} <span className="today-count">{said.length}</span>
      </h2>
      {note && lines.length > 0 && <p className="small soft">{note}</p>}
      {lines.length === 0 && <p className="soft today-none">{empty}</p>}
      <ul className="today-lines">
        {shown.map((one) => (
          <OneLine key={lineId(one.line)} code={code} said={one} onBegin={onBegin} />
        ))}
      </ul>
      {shown.length < said.length && (
        <button type="button" className="button slim" onClick={() => setAll(true)}>
          {t('today.hidden', { count: said.length - shown.length })}
        </button>
      )}
    </section>
  );
}

/** Of the same words there may be two: of two days, or held by two. */
const lineId = ({ code, text, due, holder, post, systems }: TodayLine): string =>
  [code, text.en, due?.on, holder?.in?.system, holder?.text.en, post?.post, systems[0]?.system].join('/');

function OneLine({ code, said, onBegin }: { code: string; said: Said } & Pick<Props, 'onBegin'>) {
  const { t, say, label } = useWords(todayWords);
  const { line, holders } = said;
  const { text, systems, due, acts, post } = line;
  return (
    <li className={due?.past ? 'today-line past' : 'today-line'}>
      <p>
        {due && <Due due={due} />}
        <span className="today-text">{say(text)}</span>
        <span aria-hidden="true"> — </span>
        <Systems code={code} systems={systems} post={post?.post ?? null} />
      </p>
      {holders.map((holder) => (
        <p className="today-holder" key={`${holder.in?.system}/${holder.text.en}`}>
          <span aria-hidden="true">→ </span>
          {holder.in?.open && (
            <Link
              to="/programmes/$code/systems/$system"
              params={{ code, system: holder.in.system }}
              search={{}}
            >
              {say(holder.in.systemName)}
            </Link>
          )}
          {holder.in && !holder.in.open && say(holder.in.systemName)} {say(holder.text)}
        </p>
      ))}
      {acts.length > 0 && (
        <p className="today-acts">
          {acts.map((act) => {
            const id = `${lineId(line)}/${act.type}`;
            return (
              <button
                key={act.type}
                id={`begin-${id}`}
                type="button"
                className="button slim"
                aria-haspopup="dialog"
                aria-label={t('today.actOn', { act: label(act.label), text: say(text) })}
                onClick={() => onBegin({ id, line, act })}
              >
                {label(act.label)}
              </button>
            );
          })}
          {post && <span className="small soft">{t('today.as', { post: say(post.label) })}</span>}
        </p>
      )}
    </li>
  );
}

function Due({ due }: { due: NonNullable<TodayLine['due']> }) {
  const { t } = useWords(todayWords);
  const { on, daysLeft } = due;
  return (
    <span className="today-due">
      <Day value={on} />{' '}
      {daysLeft < 0 ? (
        <Tag tone="full" icon="alert" text={t('deadline.over', { days: -daysLeft })} />
      ) : daysLeft === 0 ? (
        <Tag tone="bad" icon="clock" text={t('deadline.today')} />
      ) : (
        <Tag tone="warn" icon="clock" text={t('deadline.left', { days: daysLeft })} />
      )}{' '}
    </span>
  );
}

/** Their names, each the way to it, and how many they are. */
export function Systems({
  code,
  systems,
  post,
}: {
  code: string;
  systems: TodayLine['systems'];
  post: string | null;
}) {
  const { t, say, language } = useWords(todayWords);
  const [before = '', after = ''] = t('today.count', { names: '\n', count: systems.length }).split('\n');
  return (
    <>
      {systems.length > 1 && before}
      {systems.map(({ system, systemName }, index) => (
        <span key={system}>
          {index > 0 && (language === 'ja' ? '・' : ', ')}
          {system === code ? (
            say(systemName)
          ) : (
            <Link
              to="/programmes/$code/systems/$system"
              params={{ code, system }}
              search={post === null ? {} : { post }}
            >
              {say(systemName)}
            </Link>
          )}
        </span>
      ))}
      {systems.length > 1 && after}
    </>
  );
}
