// What a channel is called besides the inbox; one that this console has no word for is called as the server calls it.
import { useSpeech } from '../words/language.tsx';

export function ChannelName({ channel }: { channel: string }) {
  const { t } = useSpeech();
  if (channel === 'mail') return <>{t('channel.mail')}</>;
  if (channel === 'webhook') return <>{t('channel.webhook')}</>;
  return <>{channel}</>;
}
