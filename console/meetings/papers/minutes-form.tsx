// The minutes as a document: a file of which only the SHA-256 is recorded, its title, its number and the day it was decided.

import { useState } from 'react';
import type { Submitted } from '../../../server/contract/entries.ts';
import type { MeetingView } from '../../../server/contract/meetings/meetings.ts';
import { Field } from '../../acts/form/field.tsx';
import { FileInput } from '../../acts/form/file-input.tsx';
import { programmePath } from '../../api.ts';
import { useWords } from '../../words/language.tsx';

import { actBody, type Recorder, Recording } from '../recording.tsx';
import { meetingsWords } from '../words.ts';
import { papersWords } from './words.ts';

interface Props {
  view: MeetingView;
  recorder: Recorder;
  onClose: () => void;
}

const words = { ...meetingsWords, ...papersWords };
const LINES = [
  { part: 'title', word: 'act.title' },
  { part: 'documentNo', word: 'act.documentNo' },
  { part: 'decidedOn', word: 'act.decidedOn' },
] as const;

export function MinutesForm({ view, recorder, onClose }: Props) {
  const { t, day, era } = useWords(words);
  const [typed, setTyped] = useState({ title: '', sha256: '', documentNo: '', decidedOn: '' });
  const { title, sha256, documentNo, decidedOn } = typed;
  const minutes = { title: title.trim(), sha256, documentNo: documentNo.trim(), decidedOn };
  const isWhole = Object.values(minutes).every((value) => value !== '');
  const fact = { type: 'meeting.minuted', meeting: view.number, minutes };
  const facts = {
    title: minutes.title || '―',
    documentNo: minutes.documentNo || '―',
    day: decidedOn ? day(decidedOn) : '―',
  };
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<Submitted>
        fields={
          <div className="act-form">
            <FileInput id="minutes-file" onChange={(part) => setTyped((was) => ({ ...was, ...part(was) }))} />
            {LINES.map(({ part, word }) => (
              <Field
                key={part}
                id={`minutes-${part}`}
                label={t(word)}
                fault={undefined}
                understood={part === 'decidedOn' && decidedOn ? era(decidedOn) : null}
              >
                {(tied) => (
                  <input
                    {...tied}
                    type={part === 'decidedOn' ? 'date' : 'text'}
                    autoComplete="off"
                    value={typed[part]}
                    onChange={({ target: { value } }) => setTyped((was) => ({ ...was, [part]: value }))}
                  />
                )}
              </Field>
            ))}
          </div>
        }
        recorder={recorder}
        path={`${programmePath(recorder.code)}/events`}
        body={actBody(fact, view.setting.today)}
        lines={[t('minutes.will', facts), t('minutes.willDigest', { sha256: sha256 || '―' })]}
        lacks={isWhole ? null : t('meeting.wanted')}
        onClose={onClose}
        onDone={onClose}
      />
    </form>
  );
}
