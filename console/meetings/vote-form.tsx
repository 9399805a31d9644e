// The vote on one item: the motion, what each said, a tie's decision and the reason; repeated as it will be recorded before it is.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Submitted } from '../../server/contract/entries.ts';
import type { Convening } from '../../server/contract/meetings/convening.ts';
import type { MeetingItemView, MeetingView } from '../../server/contract/meetings/meetings.ts';
import { type Motion, meetingWords, type Voice } from '../../server/contract/meetings/words.ts';
import { Field } from '../acts/form/field.tsx';
import type { ProvisoDraft } from '../acts/sending/convened.ts';
import { programmePath } from '../api.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { askedIn, isHalf } from './convening/agenda.ts';
import { ConditionsForm, useConditionLines } from './convening/conditions.tsx';
import { conveningWords } from './convening/words.ts';
import { conveningQuery } from './queries.ts';
import { actBody, type Recorder, Recording } from './recording.tsx';
import { byVoice, VOICES, type Voices } from './said.ts';
import { useSeats } from './use-seats.ts';
import { meetingsWords } from './words.ts';

interface Props {
  view: MeetingView;
  item: MeetingItemView;
  recorder: Recorder;
  onClose: () => void;
}

interface Typed {
  motion: Motion;
  voices: Voices;
  casting: '' | 'for' | 'against';
  reason: string;
  conditions: ProvisoDraft[];
}

const words = { ...meetingsWords, ...conveningWords };
const MOTIONS = ['approve', 'return', 'carryOver'] as const satisfies readonly Motion[];

export function VoteForm(props: Props) {
  const { item } = props;
  const [typed, setTyped] = useState<Typed>({
    motion: item.motion ?? 'approve',
    voices: Object.fromEntries(item.votes.map(({ account, voice }) => [account, voice])),
    casting: item.casting ?? '',
    reason: item.reason ?? '',
    conditions: item.conditions.map(({ text, owner, dueOn, reopens }, index) => ({
      key: String(index),
      text,
      owner,
      dueOn,
      reopens: reopens ?? '',
    })),
  });
  const { data, error } = useQuery(conveningQuery(props.recorder.code, null));
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  // Who may owe a condition is chosen, and read back, by name.
  if (item.takesConditions && !data) return <Waiting error={error} />;
  const owners = data?.owners ?? [];
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <Confirmed
        {...props}
        {...{ typed, owners }}
        fields={
          <>
            <Motions typed={typed} change={change} />
            <Ballot {...props} typed={typed} change={change} />
            <Casting typed={typed} change={change} />
            {item.takesConditions && typed.motion === 'approve' && (
              <ConditionsForm
                id="meeting-condition"
                typed={typed.conditions}
                owners={owners}
                onChange={(conditions) => change({ conditions })}
              />
            )}
          </>
        }
      />
    </form>
  );
}

type Part = { typed: Typed; change: (part: Partial<Typed>) => void };

function Motions({ typed, change }: Part) {
  const { t, say } = useWords(meetingsWords);
  return (
    <fieldset className="field">
      <legend>{t('meeting.motion')}</legend>
      <div className="choices row">
        {MOTIONS.map((motion) => (
          <label key={motion} className="choice">
            <input
              type="radio"
              name="motion"
              checked={typed.motion === motion}
              onChange={() => change({ motion })}
            />
            {say(meetingWords.motion[motion])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Ballot({ view, item, typed, change }: Props & Part) {
  const { t, say } = useWords(meetingsWords);
  const { saidOf } = useSeats(view.roll);
  const { voices } = typed;
  const all = Object.fromEntries(item.voters.map((account) => [account, 'for'] as const));
  return (
    <>
      <p>
        <button type="button" className="button slim" onClick={() => change({ voices: all })}>
          {t('meeting.all')}
        </button>
      </p>
      {item.voters.map((account) => (
        <fieldset key={account} className="meeting-voice">
          <legend>{t('meeting.voiceOf', { name: saidOf(account) })}</legend>
          {VOICES.map((voice: Voice) => (
            <label key={voice} className="choice">
              <input
                type="radio"
                name={`voice-${account}`}
                checked={voices[account] === voice}
                onChange={() => change({ voices: { ...voices, [account]: voice } })}
              />
              {say(meetingWords.voice[voice])}
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}

function Casting({ typed, change }: Part) {
  const { t, say } = useWords(meetingsWords);
  return (
    <>
      <Field id="meeting-casting" label={t('meeting.casting')} optional fault={undefined}>
        {(tied) => (
          <select
            {...tied}
            value={typed.casting}
            onChange={({ target: { value } }) =>
              change({ casting: value === 'for' || value === 'against' ? value : '' })
            }
          >
            <option value="">{t('meeting.none')}</option>
            <option value="for">{say(meetingWords.voice.for)}</option>
            <option value="against">{say(meetingWords.voice.against)}</option>
          </select>
        )}
      </Field>
      <Field
        id="meeting-vote-reason"
        label={t('meeting.reason')}
        optional
        fault={undefined}
        hint={t('meeting.reasonHint')}
      >
        {(tied) => (
          <textarea
            {...tied}
            rows={2}
            value={typed.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

type ConfirmedProps = Props & Pick<Part, 'typed'> & { fields: ReactNode; owners: Convening['owners'] };

function Confirmed({ view, item, recorder, onClose, typed, fields, owners }: ConfirmedProps) {
  const { t, say } = useWords(words);
  const { names } = useSeats(view.roll);
  const conditionLines = useConditionLines(owners);
  const { number, voters, systemName, what, now } = item;
  const { motion, voices, casting } = typed;
  const said = byVoice(item, voices);
  const reason = typed.reason.trim();
  const posed = item.takesConditions && motion === 'approve' ? typed.conditions : [];
  const conditions = askedIn(posed);
  const about = { number, system: systemName ? say(systemName) : '', what: what ? say(what) : '' };
  const lines = [
    t('meeting.willVote', { ...about, motion: say(meetingWords.motion[motion]) }),
    ...VOICES.filter((voice) => said[voice].length > 0).map((voice) =>
      t('meeting.willSay', {
        voice: say(meetingWords.voice[voice]),
        count: said[voice].length,
        names: names(said[voice]),
      }),
    ),
    ...(casting === '' ? [] : [t('meeting.willCast', { voice: say(meetingWords.voice[casting]) })]),
    ...(reason === '' ? [] : [t('meeting.willReason', { reason })]),
    ...conditionLines(posed),
  ];
  const fact = {
    type: 'meeting.voted',
    meeting: view.number,
    item: number,
    motion,
    votes: voters.flatMap((account) => {
      const voice = voices[account];
      return voice ? [{ account, voice }] : [];
    }),
    ...(casting === '' ? {} : { casting }),
    ...(reason === '' ? {} : { reason }),
    ...(conditions.length > 0 ? { conditions } : {}),
    of: now,
  };
  const unsaid = said.unsaid.length > 0 ? t('meeting.unsaid', { names: names(said.unsaid) }) : null;
  const lacks = unsaid ?? (posed.some(isHalf) ? t('conditions.half') : null);
  return (
    <Recording<Submitted>
      fields={fields}
      recorder={recorder}
      path={`${programmePath(recorder.code)}/events`}
      body={actBody(fact, view.setting.today)}
      lines={lines}
      lacks={lacks}
      onClose={onClose}
      onDone={onClose}
    />
  );
}
