// Systems that come by an amendment: with what each begins (national steps, papers, deadlines), and who holds its posts, or that nobody
// does.
import type { AmendmentPreview } from '../../../server/contract/amendments.ts';
import { Day } from '../../ui/day.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';

type Heir = AmendmentPreview['heirs'][number];

export function HeirEffect({ heir }: { heir: Heir }) {
  const { t, say } = useWords(settingsWords);
  const { name, fromNames, refusals, begins, deadlines, steps, papers, falls, hasFigures, isHeld } = heir;
  const from = fromNames.map(say).join(t('mark.and'));
  return (
    <div className={`notice ${refusals.length > 0 ? 'bad' : ''}`}>
      <strong>{say(name)}</strong>
      <p>
        {begins
          ? t('amend.heir.begins', { from, phase: say(begins.label) })
          : t('amend.heir.goesOn', { from })}
        {isHeld && ` ${t('amend.heir.held')}`}
      </p>
      {refusals.map(({ code, message }) => (
        <p key={code + message.ja}>{say(message)}</p>
      ))}
      <p>
        {t('amend.heir.takes', { steps, papers })}
        {hasFigures && ` ${t('amend.heir.figures')}`}
      </p>
      <DeadlinesAhead deadlines={deadlines} />
      {falls.map(({ text }) => (
        <p key={text.ja}>{say(text)}</p>
      ))}
    </div>
  );
}

export function DeadlinesAhead({ deadlines }: { deadlines: Heir['deadlines'] }) {
  const { t, say } = useWords(settingsWords);
  if (deadlines.length === 0) return null;
  return (
    <ul className="small">
      {deadlines.map(({ label, dueOn, was, isPast, derivation }) => (
        <li key={label.ja}>
          {say(label)}:{' '}
          {was === null ? t('amend.new') : was === dueOn ? t('amend.heir.sameDay') : <Day value={was} />} →{' '}
          <Day value={dueOn} /> {isPast && t('amend.heir.past')}
          {derivation.length > 0 && <span className="soft">　{derivation.map(say).join(' ')}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What would be wanting is a warning; what goes on is told quietly. */
export function People({ people }: { people: AmendmentPreview['people'][number] }) {
  const { t, say } = useWords(settingsWords);
  const { name, posts, followed, unheld, foreseen } = people;
  const wanting = [...unheld, ...foreseen];
  if (wanting.length + followed.length === 0 && posts !== 'stay') return null;
  return (
    <div className={`notice ${wanting.length > 0 ? 'warn' : ''}`}>
      <strong>{t('amend.holders', { system: say(name) })}</strong>
      {posts === 'stay' && <p>{t('amend.holders.stay')}</p>}
      {wanting.map(({ message }) => (
        <p key={message.ja}>{say(message)}</p>
      ))}
      {followed.length > 0 && (
        <p className="small">
          {t('amend.holders.follow')}: {followed.map(({ text }) => say(text)).join(t('mark.and'))}
        </p>
      )}
    </div>
  );
}
