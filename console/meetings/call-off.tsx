// A meeting that has decided nothing is called off, with the reason.

import { useState } from 'react';
import type { Submitted } from '../../server/contract/entries.ts';
import type { MeetingView } from '../../server/contract/meetings/meetings.ts';
import { Field } from '../acts/form/field.tsx';
import { programmePath } from '../api.ts';
import { Modal } from '../ui/modal.tsx';
import { useWords } from '../words/language.tsx';

import { actBody, type Recorder, Recording } from './recording.tsx';
import { meetingsWords } from './words.ts';

interface Props {
  view: MeetingView;
  recorder: Recorder;
}

export function CallOff({ view, recorder }: Props) {
  const { t } = useWords(meetingsWords);
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  const close = () => setIsOpen(false);
  const fact = { type: 'meeting.calledOff', meeting: view.number, reason };
  return (
    <p className="no-print">
      <button
        type="button"
        className="button slim grave"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {t('meeting.callOff')}
      </button>
      {isOpen && (
        <Modal title={t('meeting.callOff')} onClose={close}>
          <form className="act-form" onSubmit={(event) => event.preventDefault()}>
            <Recording<Submitted>
              fields={
                <Field id="meeting-off-reason" label={t('meeting.reason')} fault={undefined}>
                  {(tied) => (
                    <textarea
                      {...tied}
                      rows={2}
                      value={typed}
                      onChange={(event) => setTyped(event.target.value)}
                    />
                  )}
                </Field>
              }
              recorder={recorder}
              path={`${programmePath(recorder.code)}/events`}
              body={actBody(fact, view.setting.today)}
              lines={[t('meeting.willCallOff'), t('meeting.willReason', { reason: reason || '―' })]}
              lacks={reason === '' ? t('meeting.wanted') : null}
              onClose={close}
              onDone={close}
            />
          </form>
        </Modal>
      )}
    </p>
  );
}
