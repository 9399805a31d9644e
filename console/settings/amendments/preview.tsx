// What an amendment would change and do: its difference in words, and per migration where it lands, deadlines moved, what falls. Systems
// to which the same happens stand together.
import type { AmendmentPreview } from '../../../server/contract/amendments.ts';
import { Day, Moment } from '../../ui/day.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';
import { alike, ownDifferences } from './alike.ts';
import { DeadlinesAhead, HeirEffect, People } from './coming.tsx';

type Difference = AmendmentPreview['differences'][number];
type Effect = AmendmentPreview['migrations'][number] & { changes: readonly Difference[] };

/** Where it stays is not told: those that stay in different phases are read together. */
const toldOf = ({ system: _system, name: _name, from, to, ...what }: Effect): object =>
  to?.phase === from.phase ? what : { ...what, from, to };

/** With each what of its definition changes, as systems alike in one may differ in the other. */
const effectsOf = ({ migrations, differences }: AmendmentPreview): Effect[] =>
  migrations.map((one) => ({ ...one, changes: ownDifferences(differences, one.system) }));

export function Preview({ preview }: { preview: AmendmentPreview }) {
  const { t, say, day } = useWords(settingsWords);
  const { differences, migrations, overtakes, lacks, terms, collisions, closedAnyway, fresh, heirs, people } =
    preview;
  const lacking = [...lacks.map(({ message }) => message), ...terms.map(({ message }) => message)];
  return (
    <div className="settings-list amend-preview">
      <h3>{t('amend.difference')}</h3>
      {differences.length === 0 ? (
        <p>{t('amend.noDifference')}</p>
      ) : (
        <Differences differences={differences} />
      )}
      {overtakes.length > 0 && (
        <p className="notice warn">
          {t('amend.overtakes', {
            list: overtakes
              .map(({ number, reason }) => `${number}${t('mark.open')}${reason}${t('mark.close')}`)
              .join(t('mark.and')),
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
      {closedAnyway.map((on) => (
        <p key={on} className="notice warn">
          {t('amend.closedAnyway', { day: day(on) })}
        </p>
      ))}
      {collisions.length > 0 && (
        <div className="notice warn">
          <strong>{t('amend.collisions')}</strong>
          {collisions.map((one) => (
            <p key={one.ja}>{say(one)}</p>
          ))}
        </div>
      )}
      {people.map((one) => (
        <People key={one.system} people={one} />
      ))}
      {fresh.length + heirs.length > 0 && (
        <p>
          {t('amend.fresh')}:{' '}
          {[...new Map([...fresh, ...heirs].map(({ system, name }) => [system, say(name)])).values()].join(
            t('mark.and'),
          )}
        </p>
      )}
      {heirs.map((heir) => (
        <HeirEffect key={heir.system} heir={heir} />
      ))}
      {fresh.flatMap(({ system, name, deadlines }) =>
        deadlines.length === 0 ? (
          []
        ) : (
          <div key={system} className="notice">
            <strong>{say(name)}</strong>
            <DeadlinesAhead deadlines={deadlines} />
          </div>
        ),
      )}
      <h3>{t('amend.effect')}</h3>
      <p>{t('amend.effectCount', { count: migrations.length })}</p>
      {alike(effectsOf(preview), toldOf).map((group) => (
        <Effects key={group.map(({ system }) => system).join()} group={group} />
      ))}
    </div>
  );
}

/** Named as long as one can take them in. */
const NAMED = 3;

export function Differences({ differences }: { differences: readonly Difference[] }) {
  const { t, say } = useWords(settingsWords);
  return (
    <Scroll label={t('amend.difference')}>
      <table className="grid-table">
        <caption className="hidden">{t('amend.difference')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('amend.place')}</th>
            <th scope="col">{t('amend.was')}</th>
            <th scope="col">{t('amend.now')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ part, place, was, now, wasText, nowText, systems, systemNames, why }) => (
            <tr key={`${part}${place.ja}${was}${now}${systems.join()}`}>
              <th scope="row">
                {say(place)}
                {systems.length > 0 && (
                  <span className="soft small">
                    {' '}
                    {systems.length <= NAMED
                      ? t('amend.whose', { list: systemNames.map(say).join(t('mark.and')) })
                      : t('amend.whoseCount', { count: systems.length })}
                  </span>
                )}
              </th>
              <td>{wasText === null ? '—' : <del>{say(wasText)}</del>}</td>
              <td>
                {nowText === null ? '—' : <ins>{say(nowText)}</ins>}
                {why && <p className="soft small">{say(why)}</p>}
              </td>
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
  const names = group.map(({ name }) => say(name)).join(t('mark.and'));
  const {
    refusals,
    to,
    from,
    deadlines,
    approvals,
    voices,
    passedOver,
    told,
    ends,
    figuresStay,
    falls,
    rehoused,
    changes,
  } = one;
  const isMoved = to !== null && to.phase !== from.phase;
  const does = [refusals, deadlines, approvals, voices, passedOver, told, falls, rehoused];
  const isQuiet = does.every((some) => some.length === 0) && !ends && !isMoved && to !== null;
  return (
    <div className={`notice ${refusals.length > 0 ? 'bad' : ''}`}>
      <strong>
        {group.length > 1 ? t('amend.sameFor', { systems: names, count: group.length }) : names}
      </strong>
      {isQuiet && <Quiet changes={changes} />}
      {ends && (
        <p>
          {say(ends.text)}
          {t('mark.open')}
          {ends.reason}
          {t('mark.close')}
          {ends.heirNames && ` → ${ends.heirNames.map(say).join(t('mark.and'))}`}
        </p>
      )}
      {figuresStay && <p>{t('amend.figuresStay')}</p>}
      {refusals.length > 0 && <p>{t('amend.cannot')}</p>}
      {refusals.map(({ code, message }) => (
        <p key={code + message.ja}>{say(message)}</p>
      ))}
      {to === null && !ends && <p>{t('amend.nowhere')}</p>}
      {isMoved && <p>{t('amend.lands', { from: say(from.label), to: say(to.label) })}</p>}
      {passedOver.length > 0 && (
        <p>{t('amend.passedOver', { list: passedOver.map((label) => say(label)).join(t('mark.and')) })}</p>
      )}
      {approvals.length > 0 && <p>{t('amend.falls', { who: approvals.join(t('mark.and')) })}</p>}
      {voices.length > 0 && <p>{t('amend.voices', { who: voices.join(t('mark.and')) })}</p>}
      {falls.map(({ text }) => (
        <p key={text.ja}>{ends ? say(text) : t('amend.undecided', { what: say(text) })}</p>
      ))}
      {rehoused.map(({ text }) => (
        <p key={text.ja}>{say(text)}</p>
      ))}
      {deadlines.length > 0 && (
        <ul className="small">
          {deadlines.map((moved) => (
            <Moved key={moved.deadline} moved={moved} />
          ))}
        </ul>
      )}
      {told.map(({ deadline, label, was, next }) => (
        <p key={deadline} className="small">
          {say(label)}: {t('amend.nextNotice')} <Told at={was} /> → <Told at={next} />
        </p>
      ))}
    </div>
  );
}

/** Nothing moves today: what changes then is what it goes by from now on. */
function Quiet({ changes }: { changes: readonly Difference[] }) {
  const { t, say } = useWords(settingsWords);
  if (changes.length === 0) return <p className="soft">{t('amend.staysAlike')}</p>;
  return (
    <>
      <p className="soft">{t('amend.stays')}</p>
      <ul className="small">
        {changes.map(({ place, wasText, nowText }) => (
          <li key={place.ja}>
            {say(place)}: {wasText ? say(wasText) : '—'} → {nowText ? say(nowText) : '—'}
          </li>
        ))}
      </ul>
    </>
  );
}

function Told({ at }: { at: string | null }) {
  const { t } = useWords(settingsWords);
  return at === null ? t('app.none') : <Moment value={at} form="short" />;
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
