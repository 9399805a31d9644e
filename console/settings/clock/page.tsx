// 演習の時計: what a move will cause is listed first; one confirmation then makes it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { addDays, dayOf, fiscalYearEnd } from '../../../machines/values/date.ts';
import type { ClockPreview } from '../../../server/contract/settings/clock.ts';
import { programmePath, requestId, post as send } from '../../api.ts';
import { programmeQuery } from '../../queries.ts';
import { Moment } from '../../ui/day.tsx';
import { ProblemNotice, Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { usePostAmong } from '../acting.ts';
import { Line } from '../field.tsx';
import { Frame } from '../frame.tsx';
import { useTyped } from '../typed.ts';
import { settingsWords } from '../words.ts';
import { Foreseen, ForeseenCounts } from './foreseen.tsx';

export function ClockPage() {
  const { t } = useWords(settingsWords);
  const { code } = useParams({ from: '/within/programmes/$code/settings/clock' });
  const { data, error } = useQuery(programmeQuery(code));
  return (
    <Frame title="settings.clock">
      {!data && <Waiting error={error} withheld={t('settings.for')} />}
      {data && (
        <section className="card settings-form">
          <h2>
            {t('clock.now')} <Moment value={data.now} form="long" />
          </h2>
          {data.rehearsal ? <Move code={code} now={data.now} /> : <p>{t('clock.real')}</p>}
        </section>
      )}
    </Frame>
  );
}

function Move({ code, now }: { code: string; now: string }) {
  const { t } = useWords(settingsWords);
  const { value, set } = useTyped(`clock.${code}`, { day: '', time: '09:00' });
  const { me } = usePostAmong(code, []);
  const today = dayOf(now);
  const look = useMutation({
    mutationFn: (to: string) =>
      send<ClockPreview>(`${programmePath(code)}/clock/preview`, { to }, me?.account ?? null),
  });
  const quick = [
    ['clock.plusDay', addDays(today, 1)],
    ['clock.plusWeek', addDays(today, 7)],
    ['clock.plusMonth', addDays(today, 30)],
    ['clock.fyEnd', addDays(fiscalYearEnd(today), 1)],
  ] as const;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (value.day) look.mutate(`${value.day}T${value.time || '09:00'}:00+09:00`);
  }
  const change = (part: Partial<typeof value>) => {
    set({ ...value, ...part });
    look.reset();
  };
  return (
    <>
      <p>{t('clock.what')}</p>
      <form className="settings-form" onSubmit={submit} noValidate>
        <div className="settings-row">
          <Line
            label={t('clock.day')}
            type="date"
            required
            value={value.day}
            onChange={(day) => change({ day })}
          />
          <Line label={t('clock.time')} value={value.time} onChange={(time) => change({ time })} />
        </div>
        <fieldset className="settings-row">
          <legend className="legend">{t('clock.quick')}</legend>
          {quick.map(([word, day]) => (
            <button key={word} type="button" className="button slim" onClick={() => change({ day })}>
              {t(word)}
            </button>
          ))}
        </fieldset>
        <button type="submit" className="button solid" disabled={look.isPending || !value.day}>
          {look.isPending ? t('settings.looking') : t('clock.look')}
        </button>
      </form>
      {look.error && <ProblemNotice error={look.error} title={t('settings.refused')} />}
      {look.data && <Confirm code={code} found={look.data} onMoved={() => change({ day: '' })} />}
    </>
  );
}

function Confirm({ code, found, onMoved }: { code: string; found: ClockPreview; onMoved: () => void }) {
  const { t, say, day } = useWords(settingsWords);
  const queries = useQueryClient();
  const { me, post } = usePostAmong(
    code,
    found.movers.map((one) => one.post),
  );
  const [id] = useState(requestId);
  const move = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      send<{ fired: number }>(
        `${programmePath(code)}/clock`,
        { to: found.to, requestId: id, post },
        me?.account ?? null,
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  const when = `${day(dayOf(found.to))} ${found.to.slice(11, 16)}`;
  if (move.data)
    return (
      <div className="notice good" role="status">
        <p>{t('clock.moved', { fired: move.data.fired })}</p>
        <button type="button" className="button slim" onClick={onMoved}>
          OK
        </button>
      </div>
    );
  return (
    <>
      <div className="settings-stays">
        <ForeseenCounts found={found} when={when} />
        {move.error && <ProblemNotice error={move.error} title={t('settings.refused')} />}
        {found.refusals.length === 0 && post && (
          <button
            type="button"
            className="button grave solid"
            disabled={move.isPending}
            onClick={() => move.mutate()}
          >
            {move.isPending ? t('clock.moving') : t('clock.move', { to: when })}
          </button>
        )}
        {me && !post && (
          <p className="notice">
            {t('clock.mayNot', { who: found.movers.map(({ label }) => say(label)).join(t('mark.and')) })}
          </p>
        )}
      </div>
      <Foreseen found={found} />
    </>
  );
}
