// What a change of year would do: first what would stand still, then the posts that end and begin.
import type { TransferPreview } from '../../../server/contract/posts.ts';
import { Day } from '../../ui/day.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';
import { usePeopleNames, useTerm } from './names.ts';

export function TransferEffect({ code, found }: { code: string; found: TransferPreview }) {
  const names = usePeopleNames(code);
  const term = useTerm();
  const { t, say, day } = useWords(settingsWords);
  const { foreseen, ends, gives, people, unread, on } = found;
  return (
    <>
      <p>
        {t('transfer.on')}: <Day value={on} form="long" />
      </p>
      <div className={foreseen.length > 0 ? 'notice warn' : 'notice good'} role="status">
        <strong>{t(foreseen.length > 0 ? 'transfer.foreseen' : 'transfer.nothingForeseen')}</strong>
        {foreseen.length > 0 && (
          <ul>
            {foreseen.map(({ code, message }) => (
              <li key={code + message.ja}>{say(message)}</li>
            ))}
          </ul>
        )}
      </div>
      {unread.length > 0 && (
        <p className="notice">{t('transfer.unread', { columns: unread.join(t('mark.and')) })}</p>
      )}
      <h3>{t('transfer.ends', { count: ends.length })}</h3>
      <ul>
        {ends.map((one) => (
          <li key={`${one.account}/${one.post}/${one.system}`}>
            {one.name}
            {t('mark.colon')}
            {say(one.postLabel)}
            {one.system && t('people.over', { systems: names.systems([one.system]) })}{' '}
            {one.lastOn && t('transfer.lastOn', { day: day(one.lastOn, 'short') })}
          </li>
        ))}
      </ul>
      <h3>{t('transfer.gives', { count: gives.length })}</h3>
      <ul>
        {gives.map((one) => (
          <li key={`${one.account}/${one.post}/${one.system}/${one.from}`}>
            {one.name}
            {t('mark.colon')}
            {say(one.postLabel)}
            {one.system && t('people.over', { systems: names.systems([one.system]) })}{' '}
            {term(one.from, one.until)}
          </li>
        ))}
      </ul>
      {people.length > 0 && (
        <p>
          {t('transfer.people', { count: people.length })}:{' '}
          {people.map(({ name }) => name).join(t('mark.and'))}
        </p>
      )}
    </>
  );
}
