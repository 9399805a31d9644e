// What speaks against an act as it would be recorded, asked of the server before it is: warnings, and what would refuse it.
import { useQuery } from '@tanstack/react-query';
import type { SubmitBody } from '../../../server/contract/entries.ts';
import type { EffectView } from '../../../server/contract/planning/schedule.ts';
import { requestId, post as send } from '../../api.ts';
import { systemPath } from '../../asks.ts';
import { Icon } from '../../ui/icon.tsx';
import { useSpeech } from '../../words/language.tsx';

interface Props {
  code: string;
  system: string;
  body: Omit<SubmitBody, 'requestId'>;
  account: string;
}

export function Cautions({ code, system, body, account }: Props) {
  const { t, say } = useSpeech();
  const { data, isError } = useQuery({
    queryKey: ['effect', code, system, JSON.stringify(body)],
    queryFn: () =>
      send<EffectView>(`${systemPath(code, system)}/effect`, { ...body, requestId: requestId() }, account),
    retry: false,
    gcTime: 0,
  });
  return (
    <div role="status">
      {isError && <p className="small soft">{t('repeat.unknown')}</p>}
      {data && data.refusals.length > 0 && (
        <div className="notice bad small">
          <strong>{t('repeat.refused')}</strong>
          <ul>
            {data.refusals.map((refusal) => (
              <li key={refusal.code + say(refusal.message)}>{say(refusal.message)}</li>
            ))}
          </ul>
        </div>
      )}
      {data?.refusals.length === 0 && data.cautions.length + data.collisions.length > 0 && (
        <div className="notice warn small">
          <strong>
            <Icon name="alert" /> {t('repeat.caution')}
          </strong>
          <ul>
            {data.cautions.map(({ code: kind, message }) => (
              <li key={kind + say(message)}>{say(message)}</li>
            ))}
            {data.collisions.map((one) => (
              <li key={say(one)}>{say(one)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
