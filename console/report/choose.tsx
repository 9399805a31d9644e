// Which report: one that was issued, or a day, a period, a unit and for whom it is made.
import { type FormEvent, useState } from 'react';
import type { IssuedReport } from '../../server/contract/reports/reports.ts';
import { useWords } from '../words/language.tsx';
import { periodNamed, usualPeriods } from './periods.ts';
import type { Wanted } from './queries.ts';
import { reportWords } from './words.ts';

interface Props {
  wanted: Wanted;
  today: string;
  issued: readonly IssuedReport[];
  onChoose: (wanted: Wanted) => void;
}

export function Choose({ wanted, today, issued, onChoose }: Props) {
  const { t, era } = useWords(reportWords);
  const [asked, setAsked] = useState(wanted);
  const set = (more: Partial<Wanted>) => setAsked((before) => ({ ...before, ...more }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoose(asked);
  };
  return (
    <form className="report-choose" onSubmit={submit} noValidate>
      <Version issued={issued} asked={asked} onChange={(number) => onChoose(withNumber(asked, number))} />
      {!asked.number && (
        <>
          <div className="field">
            <label htmlFor="report-day">{t('report.dataOn')}</label>
            <input
              id="report-day"
              type="date"
              required
              value={asked.asOf}
              max={today}
              aria-describedby="report-era"
              onChange={(event) => set({ asOf: event.target.value })}
            />
            <p className="hint" id="report-era">
              {(asked.asOf && era(asked.asOf)) || ' '}
            </p>
          </div>
          <Select
            id="report-by"
            label={t('report.by')}
            value={asked.by}
            choices={[
              ['occurred', t('report.occurred')],
              ['recorded', t('report.recorded')],
            ]}
            onChange={(by) => set({ by: by === 'recorded' ? 'recorded' : 'occurred' })}
          />
          <PeriodField asked={asked} onChange={set} />
        </>
      )}
      <Select
        id="report-unit"
        label={t('report.unit')}
        value={asked.unit}
        choices={[
          ['yen', t('report.yen')],
          ['thousandYen', t('report.thousandYen')],
        ]}
        onChange={(unit) => set({ unit: unit === 'thousandYen' ? 'thousandYen' : 'yen' })}
      />
      {!asked.number && (
        <Select
          id="report-sight"
          label={t('report.sight')}
          value={asked.sight}
          choices={[
            ['public', t('report.public')],
            ['own', t('report.own')],
          ]}
          onChange={(sight) => set({ sight: sight === 'own' ? 'own' : 'public' })}
        />
      )}
      <button type="submit" className="button solid" disabled={asked.asOf === ''}>
        {t('report.show')}
      </button>
    </form>
  );
}

function withNumber({ number: _number, ...others }: Wanted, number: string): Wanted {
  return number === '' ? others : { ...others, number };
}

function Version({
  issued,
  asked,
  onChange,
}: {
  issued: readonly IssuedReport[];
  asked: Wanted;
  onChange: (number: string) => void;
}) {
  const { t, day } = useWords(reportWords);
  return (
    <Select
      id="report-version"
      label={t('report.version')}
      value={asked.number ?? ''}
      choices={[
        ['', t('report.draft')],
        ...issued.map(({ number, issuedOn, dataOn }): [string, string] => [
          String(number),
          t('report.numbered', { number, issued: day(issuedOn, 'short'), data: day(dataOn, 'short') }),
        ]),
      ]}
      onChange={onChange}
    />
  );
}

/** A usual period, or days of one's own. */
function PeriodField({ asked, onChange }: { asked: Wanted; onChange: (more: Partial<Wanted>) => void }) {
  const { t, fiscalYear, era } = useWords(reportWords);
  const usual = usualPeriods(asked.asOf === '' ? '2023-04-01' : asked.asOf);
  const named = periodNamed(usual, asked);
  const [isOwn, setOwn] = useState(named === 'own');
  const choose = (id: string) => {
    setOwn(id === 'own');
    const found = usual.find((one) => one.id === id);
    if (found) onChange({ from: found.from, to: found.to });
    if (id === 'all') onChange({ from: '', to: '' });
  };
  const label = ({ year, quarter, months }: (typeof usual)[number]) =>
    quarter === null ? fiscalYear(year) : t('report.quarter', { year: fiscalYear(year), quarter, months });
  return (
    <>
      <Select
        id="report-period"
        label={t('report.period')}
        value={isOwn ? 'own' : named}
        choices={[
          ['all', t('report.allTime')],
          ...usual.map((one): [string, string] => [one.id, label(one)]),
          ['own', t('report.ownPeriod')],
        ]}
        onChange={choose}
      />
      {isOwn &&
        (['from', 'to'] as const).map((end) => (
          <div className="field" key={end}>
            <label htmlFor={`report-${end}`}>{t(`report.${end}`)}</label>
            <input
              id={`report-${end}`}
              type="date"
              value={asked[end] ?? ''}
              aria-describedby={`report-${end}-era`}
              onChange={(event) => onChange({ [end]: event.target.value })}
            />
            <p className="hint" id={`report-${end}-era`}>
              {(asked[end] && era(asked[end])) || ' '}
            </p>
          </div>
        ))}
    </>
  );
}

interface SelectProps {
  id: string;
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Select({ id, label, value, choices, onChange }: SelectProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([of, said]) => (
          <option key={of} value={of}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}
