// Who held which post on that day, and what the bodies were: asked for when it is opened.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficesView } from '../../server/contract/settings/paths.ts';
import { get, programmePath } from '../api.ts';
import type { Past } from '../asks.ts';
import { Day } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { officeWords } from './office-words.ts';

export function Offices({ code, past }: { code: string; past: Past }) {
  const { t } = useWords(officeWords);
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['offices', code, past],
    queryFn: () => get<OfficesView>(`${programmePath(code)}/offices`, { ...past }),
    enabled: isOpen,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details className="card past-offices" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('offices.title')}</summary>
      {isOpen && !data && <Waiting error={error} />}
      {data && <Held view={data} />}
      {data && <Bodies bodies={data.bodies} />}
    </details>
  );
}

function Held({ view: { held, known } }: { view: OfficesView }) {
  const { t, say } = useWords(officeWords);
  if (held.length === 0) return <p>{t(known ? 'offices.nobody' : 'offices.unknown')}</p>;
  return (
    <Scroll label={t('offices.held')}>
      <table className="grid-table">
        <caption className="hidden">{t('offices.held')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('offices.post')}</th>
            <th scope="col">{t('offices.name')}</th>
            <th scope="col">{t('offices.system')}</th>
            <th scope="col">{t('offices.period')}</th>
          </tr>
        </thead>
        <tbody>
          {held.map((one) => (
            <tr key={`${one.post}/${one.account}/${one.system}/${one.from}`}>
              <th scope="row">{say(one.postLabel)}</th>
              <td>
                {one.name} {one.deputy && <span className="tag">{say(one.deputy.kindLabel)}</span>}
              </td>
              <td>{one.systemName ? say(one.systemName) : t('offices.everywhere')}</td>
              <td>
                <Day value={one.from} />〜<Day value={one.until} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Bodies({ bodies }: Pick<OfficesView, 'bodies'>) {
  const { t, say } = useWords(officeWords);
  return (
    <Scroll label={t('offices.bodies')}>
      <table className="grid-table">
        <caption className="hidden">{t('offices.bodies')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('offices.body')}</th>
            <th scope="col" className="number">
              {t('offices.members')}
            </th>
            <th scope="col">{t('offices.quorums')}</th>
          </tr>
        </thead>
        <tbody>
          {bodies.map(({ body, label, members, quorums }) => (
            <tr key={body}>
              <th scope="row">{say(label)}</th>
              <td className="number">{members}</td>
              <td>{quorums.length > 0 ? quorums.join(t('mark.dot')) : t('offices.noGate')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
