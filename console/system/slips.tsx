// By how much the days of one system have moved, by phase and cause; nothing where none has.
import { useQuery } from '@tanstack/react-query';
import type { SlipLine } from '../../server/contract/migrations/explanation.ts';
import { slipsQuery } from '../queries.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useSpeech } from '../words/language.tsx';

export function Slips({ code, system }: { code: string; system: string }) {
  const { t } = useSpeech();
  const { data, error } = useQuery(slipsQuery(code, system));
  const lines = data?.systems.flatMap(({ slips }) => slips) ?? [];
  if (!error && lines.length === 0) return null;
  return (
    <section className="card" aria-labelledby="slips">
      <h2 id="slips">{t('slips.title')}</h2>
      {error && <ProblemNotice error={error} />}
      {lines.length > 0 && <Table lines={lines} />}
    </section>
  );
}

function Table({ lines }: { lines: readonly SlipLine[] }) {
  const { t } = useSpeech();
  const heads = ['slips.of', 'slips.cause', 'slips.times', 'slips.days', 'slips.openDays'] as const;
  return (
    <Scroll label={t('slips.caption')}>
      <table className="grid-table">
        <caption className="hidden">{t('slips.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('system.phase')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={[line.of, line.phase, line.cause].join('/')} line={line} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ line: { of, phaseLabel, cause, times, days, openDays } }: { line: SlipLine }) {
  const { t, say } = useSpeech();
  return (
    <tr>
      <th scope="row">{say(phaseLabel)}</th>
      <td>{t(`slips.${of}`)}</td>
      <td>{t(`deadline.cause.${cause}`)}</td>
      <td className="number">{times}</td>
      <td className="number">{days}</td>
      <td className="number">{openDays}</td>
    </tr>
  );
}
