// The vote on one item: the motion, what each said, a tie's decision and the reason; repeated as it will be recorded before it is.
import { type ReactNode, useState } from 'react';
import type { Submitted } from '../../server/contract/entries.ts';
import type { MeetingItemView, MeetingView } from '../../server/contract/meetings/meetings.ts';
import { type Motion, meetingWords, type Voice } from '../../server/contract/meetings/words.ts';
import { Field } from '../acts/form/field.tsx';
import { useWords } from '../words/language.tsx';
import { programmePath } from './queries.ts';
import { actBody, type Recorder, Recording } from './recording.tsx';
import { byVoice, nameOf, VOICES, type Voices } from './said.ts';
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
}

const MOTIONS = ['approve', 'return', 'carryOver'] as const satisfies readonly Motion[];

export function VoteForm(props: Props) {
  const { item } = props;
  const [typed, setTyped] = useState<Typed>({
    motion: item.motion ?? 'approve',
    voices: Object.fromEntries(item.votes.map(({ account, voice }) => [account, voice])),
    casting: '',
    reason: '',
  });
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <Confirmed
        {...props}
        typed={typed}
        fields={
          <>
            <Motions typed={typed} change={change} />
            <Ballot {...props} typed={typed} change={change} />
            <Casting typed={typed} change={change} />
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
          <legend>{t('meeting.voiceOf', { name: nameOf(view, account) })}</legend>
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

type ConfirmedProps = Props & Pick<Part, 'typed'> & { fields: ReactNode };

function Confirmed({ view, item, recorder, onClose, typed, fields }: ConfirmedProps) {
  const { t, say } = useWords(meetingsWords);
  const { number, voters, systemName, what, now } = item;
  const { motion, voices, casting } = typed;
  const said = byVoice(item, voices);
  const names = (accounts: readonly string[]) =>
    accounts.map((one) => nameOf(view, one)).join(t('meeting.and'));
  const reason = typed.reason.trim();
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
    of: now,
  };
  const lacks = said.unsaid.length > 0 ? t('meeting.unsaid', { names: names(said.unsaid) }) : null;
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
