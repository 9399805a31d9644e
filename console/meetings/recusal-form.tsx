// 除斥: a member takes no part in one item, and why. The secretariat says so of anyone, a member of themselves.

import { useState } from 'react';
import type { Submitted } from '../../server/contract/entries.ts';
import type { MeetingItemView, MeetingView } from '../../server/contract/meetings/meetings.ts';
import { Field } from '../acts/form/field.tsx';
import { programmePath } from '../api.ts';
import { useWords } from '../words/language.tsx';

import { actBody, type Recorder, Recording } from './recording.tsx';
import { useSeats } from './use-seats.ts';
import { meetingsWords } from './words.ts';

interface Props {
  view: MeetingView;
  item: MeetingItemView;
  recorder: Recorder;
  /** A member speaks for themselves alone. */
  isOwn: boolean;
  onClose: () => void;
}

export function RecusalForm({ view, item, recorder, isOwn, onClose }: Props) {
  const { t } = useWords(meetingsWords);
  const [whom, setWhom] = useState(isOwn ? recorder.account : (item.mustRecuse[0] ?? ''));
  const [reason, setReason] = useState('');
  const { everyone, nameOf } = useSeats(view.roll);
  const gone = item.recused.map(({ account }) => account);
  const choices = everyone.filter(
    ({ account }) => !gone.includes(account) && (!isOwn || account === recorder.account),
  );
  const why = reason.trim();
  const fact = {
    type: 'meeting.recused',
    meeting: view.number,
    item: item.number,
    account: whom,
    reason: why,
  };
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<Submitted>
        fields={
          <>
            <Field id="meeting-whom" label={t('meeting.whom')} fault={undefined}>
              {(tied) => (
                <select {...tied} value={whom} onChange={(event) => setWhom(event.target.value)}>
                  <option value="">―</option>
                  {choices.map(({ account, name }) => (
                    <option key={account} value={account}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field id="meeting-recusal-reason" label={t('meeting.reason')} fault={undefined}>
              {(tied) => (
                <textarea
                  {...tied}
                  rows={2}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          </>
        }
        recorder={recorder}
        path={`${programmePath(recorder.code)}/events`}
        body={actBody(fact, view.setting.today)}
        lines={[t('meeting.recused', { name: whom === '' ? '―' : nameOf(whom), reason: why })]}
        lacks={whom === '' || why === '' ? t('meeting.wanted') : null}
        onClose={onClose}
        onDone={onClose}
      />
    </form>
  );
}
