// How a warning went out besides the inbox, channel by channel: arrived, on its way, given up, or needed no more.
import type { WarningView } from '../../server/contract/telling/contacts.ts';
import { useSpeech } from '../words/language.tsx';
import { ChannelName } from './channel-name.tsx';
import { Tag } from './condition.tsx';
import { Moment } from './day.tsx';
import type { IconName } from './icon.tsx';

type Channel = WarningView['channels'][number];

const signs: Record<Channel['state'], { tone: string; icon: IconName }> = {
  waiting: { tone: '', icon: 'clock' },
  arrived: { tone: 'good', icon: 'check' },
  givenUp: { tone: 'bad', icon: 'cross' },
  carriedOver: { tone: '', icon: 'right' },
  moot: { tone: '', icon: 'pause' },
};

export function Channels({ channels }: { channels: readonly Channel[] }) {
  const { t } = useSpeech();
  if (channels.length === 0) return <span className="soft">{t('warned.inboxOnly')}</span>;
  return (
    <ul className="warned-channels">
      {channels.map((one) => (
        <li key={`${one.channel}/${one.day}`}>
          <ChannelName channel={one.channel} />{' '}
          <Tag {...signs[one.state]} text={t(`warned.state.${one.state}`)} />
          {one.at && (
            <span className="schedule-under soft">
              <Moment value={one.at} />
              {one.attempts > 1 && t('warned.attempts', { count: one.attempts })}
            </span>
          )}
          {(one.receipt ?? one.error) && (
            <span className="schedule-under mono">{one.receipt ?? one.error}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
