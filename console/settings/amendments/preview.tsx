// What an amendment would change and do: its difference in words, and per migration where it lands, deadlines moved, what falls. Systems
// to which the same happens stand together.
import type { AmendmentPreview } from '../../../server/contract/amendments.ts';
import { Day } from '../../ui/day.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';
import { alike } from './alike.ts';

type Effect = AmendmentPreview['migrations'][number];

export function Preview({ preview }: { preview: AmendmentPreview }) {
  const { t, say } = useWords(settingsWords);
  const { differences, migrations, overtakes, lacks, terms, fresh, heirs } = preview;
  const lacking = [...lacks.map(({ message }) => message), ...terms.map(({ message }) => message)];
  return (
    <div className="settings-list amend-preview">
      <h3>{t('amend.difference')}</h3>
      {differences.length === 0 ? <p>{t('amend.noDifference')}</p> : <Differences preview={preview} />}
      {overtakes.length > 0 && (
        <p className="notice warn">
          {t('amend.overtakes', {
            list: overtakes.map(({ number, reason }) => `${number}（${reason}）`).join('、'),
          })}
        </p>
      )}
      {lacking.length > 0 && (
        <div className="notice warn">
          <strong>{t('amend.lacks')}</strong>
          {lacking.map((one) => (
            <p key={one.ja}>{say(one)}</p>
          ))}
        </div>
      )}
      {fresh.length + heirs.length > 0 && (
        <p>
          {t('amend.fresh')}: {[...fresh, ...heirs].map(({ name }) => say(name)).join('、')}
        </p>
      )}
      <h3>{t('amend.effect')}</h3>
      <p>{t('amend.effectCount', { count: migrations.length })}</p>
      {alike(migrations).map((group) => (
        <Effects key={group.map(({ system }) => system).join()} group={group} />
      ))}
    </div>
  );
}

function Differences({ preview }: { preview: AmendmentPreview }) {
  const { t, say, language } = useWords(settingsWords);
  return (
    <Scroll label={t('amend.difference')}>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('amend.place')}</th>
            <th scope="col">{t('amend.was')}</th>
            <th scope="col">{t('amend.now')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.differences.map(({ part, place, was, now, systems }) => (
            <tr key={`${part}${place.ja}${was}${now}${systems.join()}`}>
              <th scope="row">
                {say(place)}
                {systems.length > 0 && (
                  <span className="soft small">
                    {' '}
                    {language === 'ja' ? `（${systems.length}システム）` : `(${systems.length} systems)`}
                  </span>
                )}
              </th>
              <td>{was === null ? '—' : <del>{was}</del>}</td>
              <td>{now === null ? '—' : <ins>{now}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Effects({ group }: { group: readonly Effect[] }) {
  const { t, say } = useWords(settingsWords);
  const [one] = group;
  if (!one) return null;
  const names = group.map(({ name }) => say(name)).join('、');
  const { refusals, to, from, deadlines, approvals, ends, falls, rehoused } = one;
  const isMoved = to !== null && to.phase !== from.phase;
  const isQuiet =
    refusals.length + deadlines.length + approvals.length + falls.length + rehoused.length === 0 &&
    !ends &&
    !isMoved &&
    to !== null;
  return (
    <div className={`notice ${refusals.length > 0 ? 'bad' : ''}`}>
      <strong>
        {group.length > 1 ? t('amend.sameFor', { systems: names, count: group.length }) : names}
      </strong>
      {isQuiet && <p className="soft">{t('amend.stays')}</p>}
      {ends && (
        <p>
          {say(ends.text)}（{ends.reason}）
        </p>
      )}
      {refusals.length > 0 && <p>{t('amend.cannot')}</p>}
      {refusals.map(({ code, message }) => (
        <p key={code + message.ja}>{say(message)}</p>
      ))}
      {to === null && !ends && <p>{t('amend.nowhere')}</p>}
      {isMoved && <p>{t('amend.lands', { from: say(from.label), to: say(to.label) })}</p>}
      {approvals.length > 0 && <p>{t('amend.falls', { who: approvals.join('、') })}</p>}
      {[...falls, ...rehoused].map(({ text }) => (
        <p key={text.ja}>{say(text)}</p>
      ))}
      {deadlines.length > 0 && (
        <ul className="small">
          {deadlines.map((moved) => (
            <Moved key={moved.deadline} moved={moved} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Moved({ moved }: { moved: Effect['deadlines'][number] }) {
  const { t, say } = useWords(settingsWords);
  const { label, change, was, dueOn, whyText, derivation, hours } = moved;
  return (
    <li>
      {say(label)}: {change === 'new' && `${t('amend.new')} `}
      {was && <Day value={was} />}
      {hours && ` ${hours.was}`} →{' '}
      {change === 'gone' ? t('amend.gone') : dueOn ? <Day value={dueOn} /> : t('app.undecided')}
      {hours && ` ${hours.now}`} <span className="soft">{say(whyText)}</span>
      {derivation.length > 0 && <span className="soft">　{derivation.map(say).join(' ')}</span>}
    </li>
  );
}
