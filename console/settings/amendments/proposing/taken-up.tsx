// An amendment that is taken up again: said at once, with all that it carries.
import { useQuery } from '@tanstack/react-query';
import { Waiting } from '../../../ui/problem.tsx';
import { useWords } from '../../../words/language.tsx';
import { amendmentQuery } from '../../queries.ts';
import { settingsWords } from '../../words.ts';
import { Differences } from '../preview.tsx';

interface Props {
  code: string;
  number: number;
  onDrop: () => void;
}

export function TakenUp({ code, number, onDrop }: Props) {
  const { t } = useWords(settingsWords);
  const { data, error } = useQuery(amendmentQuery(code, String(number)));
  return (
    <div className="notice">
      <p>
        {t('amend.againOf', { number })}{' '}
        <button type="button" className="button slim plain" onClick={onDrop}>
          {t('amend.againNot')}
        </button>
      </p>
      <p>
        <strong>{t('amend.carries')}</strong>
      </p>
      {data ? <Differences differences={data.differences} /> : <Waiting error={error} />}
    </div>
  );
}
