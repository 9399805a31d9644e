// Who was selected with which scores, what was contracted for which yen, and the special transition: exact figures.
import type { ReactNode } from 'react';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { yen } from '../figures/amount.ts';
import { Day } from '../ui/day.tsx';
import { useSpeech } from '../words/language.tsx';

export function Agreements({ view }: { view: SystemView }) {
  const { selection, contract, special } = view;
  if (!selection && !contract && !special) return null;
  return (
    <div className="agreements">
      {selection && <Selection selection={selection} />}
      {contract && <Contract contract={contract} />}
      {special && <Special special={special} isDesignated={view.row.regime === 'designated'} />}
    </div>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Selection({ selection }: { selection: NonNullable<SystemView['selection']> }) {
  const { t } = useSpeech();
  const points = (score: string) => t('system.points', { score });
  return (
    <section className="card" aria-labelledby="selection">
      <h2 id="selection">{t('system.selection')}</h2>
      <dl className="facts">
        <Fact word={t('system.candidate')}>{selection.candidate}</Fact>
        <Fact word={t('system.technical')}>{points(selection.technical)}</Fact>
        <Fact word={t('system.price')}>{points(selection.price)}</Fact>
        <Fact word={t('system.total')}>
          <strong>{points(selection.total)}</strong>{' '}
          {selection.printedTotal !== selection.total && (
            <span className="soft">
              {t('mark.open')}
              {t('system.printed', { total: selection.printedTotal })}
              {t('mark.close')}
            </span>
          )}
        </Fact>
        <Fact word={t('system.method')}>{selection.method}</Fact>
        {selection.applicants !== null && (
          <Fact word={t('system.applicants')}>
            {t('system.applicantsCount', { count: selection.applicants })}
          </Fact>
        )}
        <Fact word={t('system.occurredOn')}>
          <Day value={selection.on} />
        </Fact>
      </dl>
    </section>
  );
}

function Contract({ contract }: { contract: NonNullable<SystemView['contract']> }) {
  const { t, language, fiscalYear } = useSpeech();
  return (
    <section className="card" aria-labelledby="contract">
      <h2 id="contract">{t('system.contract')}</h2>
      <p>
        {t('system.vendor')}
        {t('mark.colon')}
        {contract.vendor}　<Day value={contract.on} />
      </p>
      <table className="grid-table money">
        <caption className="hidden">{t('system.amount')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('system.fiscalYear')}</th>
            <th scope="col" className="number">
              {t('system.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {contract.amounts.map(({ fiscalYear: of, amountYen }) => (
            <tr key={of}>
              <th scope="row">{fiscalYear(of)}</th>
              <td className="number">{yen(amountYen, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('system.sum')}</th>
            <td className="number">
              <strong>{yen(contract.totalYen, language)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      {contract.continuesInto.length > 0 && (
        <p className="small">
          {t('system.continues', { years: contract.continuesInto.map(fiscalYear).join(t('mark.and')) })}
        </p>
      )}
    </section>
  );
}

interface SpecialProps {
  special: NonNullable<SystemView['special']>;
  isDesignated: boolean;
}

function Special({ special, isDesignated }: SpecialProps) {
  const { t } = useSpeech();
  const reason = (type: number) => t(`reason.${type as 1 | 2 | 3 | 4}`);
  return (
    <section className="card" aria-labelledby="special">
      <h2 id="special">{t('system.special')}</h2>
      <dl className="facts">
        <Fact word={t('act.reasonTypes')}>
          {special.reasonTypes.map(reason).join(t('mark.and')) || t('app.undecided')}
        </Fact>
        {special.scope && <Fact word={t('act.scope').replace(/[（(].*$/, '')}>{special.scope}</Fact>}
        {isDesignated && (
          <Fact word={t('system.completionOn')}>
            {special.completionOn ? <Day value={special.completionOn} /> : t('app.undecided')}
          </Fact>
        )}
        {special.pending && (
          <Fact word={t('system.leftPending')}>
            <Day value={special.pending.on} /> {special.pending.basis}
          </Fact>
        )}
        {special.basis && <Fact word={t('act.basis')}>{special.basis}</Fact>}
        <Fact word={t('system.occurredOn')}>
          <Day value={special.on} />
        </Fact>
      </dl>
    </section>
  );
}
