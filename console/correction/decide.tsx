// Deciding on a correction that somebody proposed: what stood beside what is right, field by field, and why.
import { useState } from 'react';
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import type { Submitted } from '../../server/contract/entries.ts';
import { Field } from '../acts/form/field.tsx';
import { Recording } from '../meetings/recording.tsx';
import { steadOf } from '../meetings/said.ts';
import { systemPath } from '../queries.ts';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { correctionWords } from './words.ts';
import type { Working } from './working.ts';

type Open = NonNullable<CorrectionDraft['open']>;
const types = {
  approve: 'correction.approved',
  dismiss: 'correction.dismissed',
  withdraw: 'correction.withdrawn',
} as const;

export function Decide({ code, account, view, draft, post, onDone, open }: Working & { open: Open }) {
  const { t, say } = useWords(correctionWords);
  const isOwn = open.by.account === account;
  const offered = isOwn ? (['withdraw'] as const) : (['approve', 'dismiss'] as const);
  const [how, choose] = useState<keyof typeof types>(offered[0]);
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const needsReason = how !== 'approve';
  const said = needsReason ? { reason: words } : words === '' ? {} : { note: words };
  return (
    <section className="card" aria-labelledby="open">
      <h2 id="open">{t('correction.open')}</h2>
      <Pair open={open} draft={draft} />
      <form className="act-form" onSubmit={(event) => event.preventDefault()}>
        <Recording<Submitted>
          recorder={{ code, account, post: post.post, postLabel: say(post.label), stead: steadOf(post) }}
          path={`${systemPath(code, view.row.system)}/events`}
          body={{
            fact: { type: types[how], entry: draft.entry, ...said },
            occurredOn: view.setting.today,
            seenVersion: draft.version,
          }}
          lines={[
            t(`correction.${how}`),
            open.should
              ? t('correction.change', {
                  field: t('correction.stands'),
                  was: say(draft.stands.summary),
                  now: say(open.should.summary),
                })
              : t('correction.voids', { what: say(draft.stands.summary) }),
            ...(words === '' ? [] : [t('correction.why', { reason: words })]),
          ]}
          lacks={
            needsReason && words === '' ? t('act.fillIn', { field: t('correction.dismissReason') }) : null
          }
          onClose={() => history.back()}
          onDone={() => onDone(t('correction.decided'))}
          fields={
            <>
              <fieldset className="field">
                <legend>{t('correction.decision')}</legend>
                {offered.map((one) => (
                  <label key={one} className="choice">
                    <input type="radio" name="decision" checked={how === one} onChange={() => choose(one)} />
                    {t(`correction.${one}`)}
                  </label>
                ))}
              </fieldset>
              <Field
                id="correction-said"
                label={t(needsReason ? 'correction.dismissReason' : 'correction.noteField')}
                optional={!needsReason}
                fault={undefined}
              >
                {(tied) => (
                  <textarea
                    {...tied}
                    rows={2}
                    value={typed}
                    onChange={(event) => setTyped(event.target.value)}
                  />
                )}
              </Field>
            </>
          }
        />
      </form>
    </section>
  );
}

function Pair({ open, draft: { stands } }: { open: Open; draft: CorrectionDraft }) {
  const { t, say, day } = useWords(correctionWords);
  const side = (said: typeof stands) => (
    <>
      {say(said.summary)}
      <span className="correction-under soft">
        <Day value={said.occurredOn} /> {said.name} {say(said.postLabel)}
      </span>
    </>
  );
  return (
    <>
      <dl className="correction-pair">
        <dt>{t('correction.wrong')}</dt>
        <dd>{side(stands)}</dd>
        <dt>{t('correction.isRight')}</dt>
        <dd>{open.should ? side(open.should) : <strong>{t('correction.isVoid')}</strong>}</dd>
        {open.differs.map(({ field, wrong, right }) => (
          <div key={field.ja} className="correction-field">
            <dt>{say(field)}</dt>
            <dd>
              <del>{say(wrong)}</del> → <ins>{say(right)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('correction.by', { name: open.by.name, day: day(open.on) })}</p>
      <p>{t('correction.why', { reason: open.reason })}</p>
    </>
  );
}
