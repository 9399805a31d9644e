// 決裁: what waits for the reader's decision, one item beside the list, by mouse or keys; several at once.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '../../server/contract/programmes.ts';
import { inboxQuery, meQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { todayQuery } from '../today/queries.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Corrections, correctionsIn } from './corrections.tsx';
import { ItemPanel } from './item.tsx';
import { besideIn, type Item, itemsOf, keyOf } from './items.ts';
import { Several } from './several.tsx';
import { useKeyChoice, useKeys } from './use-keys.ts';
import { decideWords } from './words.ts';
import './decide.css';

const FROM = '/within/programmes/$code/decide';

export function DecidePage() {
  const { t } = useWords(decideWords);
  const { code } = useParams({ from: FROM });
  const { data: me } = useQuery(meQuery);
  const { data: inbox, error } = useQuery(inboxQuery(code));
  const { data: today } = useQuery(todayQuery(code));
  const corrections = correctionsIn(today?.decide ?? []);
  useTitle(t('decide.title'));
  return (
    <main className="page" id="content" tabIndex={-1}>
      <h1>{t('decide.title')}</h1>
      <p className="small no-print decide-ways">
        <Link to="/programmes/$code/meetings" params={{ code }}>
          {t('decide.meetings')}
        </Link>
      </p>
      {inbox && me ? (
        <Items code={code} me={me} items={itemsOf(inbox)} others={corrections.length} />
      ) : (
        <Waiting error={error} />
      )}
      <Corrections code={code} lines={corrections} />
    </main>
  );
}

interface ItemsProps {
  code: string;
  me: Me;
  items: Item[];
  /** What else waits for the reader, below. */
  others: number;
}

function Items({ code, me, items, others }: ItemsProps) {
  const { t } = useWords(decideWords);
  const { item: wanted } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: '/programmes/$code/decide' });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const shown = items.find((item) => keyOf(item) === wanted) ?? items[0];
  const go = (item: Item | undefined) =>
    item && void navigate({ search: { item: keyOf(item) }, replace: true, resetScroll: false });
  const here = shown && keyOf(shown);
  const [keysOn, chooseKeys] = useKeyChoice();
  useKeys(keysOn, { j: () => go(besideIn(items, here, 1)), k: () => go(besideIn(items, here, -1)) });
  const tick = (item: Item, on: boolean) =>
    setTicked((was) => new Set(on ? [...was, keyOf(item)] : [...was].filter((key) => key !== keyOf(item))));
  if (!shown) return <p className="card">{t(others > 0 ? 'decide.noGate' : 'decide.none')}</p>;
  const together = items.filter((item) => ticked.has(keyOf(item)));
  return (
    <>
      <p>{t('decide.waiting', { count: items.length })}</p>
      <p className="small soft no-print">
        <label className="choice">
          <input type="checkbox" checked={keysOn} onChange={(event) => chooseKeys(event.target.checked)} />
          {t('decide.keys')}
        </label>
      </p>
      <div className="decide">
        <nav aria-label={t('decide.title')}>
          <ul className="decide-items">
            {items.map((item) => (
              <Line
                key={keyOf(item)}
                {...{ item, isShown: item === shown, isTicked: ticked.has(keyOf(item)) }}
                onTick={(on) => tick(item, on)}
                onShow={() => go(item)}
              />
            ))}
          </ul>
          <Several code={code} account={me.account} items={together} onEnd={() => setTicked(new Set())} />
        </nav>
        <ItemPanel key={here} {...{ code, me, keysOn }} item={shown} />
      </div>
    </>
  );
}

interface LineProps {
  item: Item;
  isShown: boolean;
  isTicked: boolean;
  onTick: (on: boolean) => void;
  onShow: () => void;
}

function Line({ item, isShown, isTicked, onTick, onShow }: LineProps) {
  const { t, say } = useWords(decideWords);
  const name = say(item.systemName);
  return (
    <li className="decide-line" data-system={item.system}>
      <input
        type="checkbox"
        aria-label={t('decide.choose', { system: name })}
        checked={isTicked}
        onChange={(event) => onTick(event.target.checked)}
      />
      <button
        type="button"
        className="decide-open"
        aria-current={isShown ? 'true' : undefined}
        onClick={onShow}
      >
        <strong>{name}</strong>
        <span className="small">{say(item.phaseLabel)}</span>
        <span className="small soft">{t('decide.asPost', { post: say(item.postLabel) })}</span>
      </button>
    </li>
  );
}
