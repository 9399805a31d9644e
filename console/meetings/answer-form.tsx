// A circulation is answered in writing by whoever has a seat, for one item.

import { useState } from 'react';
import type { Submitted } from '../../server/contract/entries.ts';
import type { MeetingItemView, MeetingView } from '../../server/contract/meetings/meetings.ts';
import { meetingWords, type Voice } from '../../server/contract/meetings/words.ts';
import { Field } from '../acts/form/field.tsx';
import { programmePath } from '../api.ts';
import { useWords } from '../words/language.tsx';

import { actBody, type Recorder, Recording } from './recording.tsx';
import { VOICES } from './said.ts';
import { meetingsWords } from './words.ts';

interface Props {
  view: MeetingView;
  item: MeetingItemView;
  recorder: Recorder;
  onClose: () => void;
}

export function AnswerForm({ view, item, recorder, onClose }: Props) {
  const { t, say } = useWords(meetingsWords);
  const [voice, setVoice] = useState<Voice | null>(null);
  const [typed, setTyped] = useState('');
  const note = typed.trim();
  const { number, systemName, what } = item;
  const fact = {
    type: 'meeting.answered',
    meeting: view.number,
    item: number,
    voice,
    ...(note === '' ? {} : { note }),
  };
  const about = { number, system: systemName ? say(systemName) : '', what: what ? say(what) : '' };
  const said = t('meeting.willAnswer', { ...about, voice: voice ? say(meetingWords.voice[voice]) : '―' });
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<Submitted>
        fields={
          <>
            <fieldset className="field">
              <legend>{t('meeting.voice')}</legend>
              <div className="choices row">
                {VOICES.map((one) => (
                  <label key={one} className="choice">
                    <input
                      type="radio"
                      name="answer"
                      checked={voice === one}
                      onChange={() => setVoice(one)}
                    />
                    {say(meetingWords.voice[one])}
                  </label>
                ))}
              </div>
            </fieldset>
            <Field id="meeting-note" label={t('meeting.note')} optional fault={undefined}>
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
        recorder={recorder}
        path={`${programmePath(recorder.code)}/events`}
        body={actBody(fact, view.setting.today)}
        lines={[said, ...(note === '' ? [] : [`${t('meeting.note')}${t('mark.colon')}${note}`])]}
        lacks={voice === null ? t('meeting.wanted') : null}
        onClose={onClose}
        onDone={onClose}
      />
    </form>
  );
}
