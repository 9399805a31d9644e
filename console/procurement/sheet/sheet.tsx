// An evaluator's own sheet: points for each applicant, checked at their cells, repeated before they are signed. Nobody else's is here.

import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '../../../server/contract/programmes.ts';
import { heldFor } from '../../acts/held.ts';
import { explanationQuery } from '../../queries.ts';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import type { InsideView, Open } from '../shown.ts';
import { procurementWords } from '../words.ts';
import { SheetConfirmation } from './confirmation.tsx';
import { SheetFile } from './file.tsx';
import { type Applicant, type CellFault, type Criterion, faultsOf, pointsOf, sumOf } from './points.ts';
import { type Signed, useSheet } from './use-sheet.ts';

interface Props {
  code: string;
  system: string;
  inside: InsideView;
  round: Open['round'];
  me: Me;
}

export function ScoreSheet({ code, system, inside, round, me }: Props) {
  const { t } = useWords(procurementWords);
  const post = useScoringPost(code, system, me);
  const applicants = inside.bidders.filter(({ uncounted }) => uncounted === null);
  const { criteria } = inside;
  const sheet = useSheet({
    code,
    system,
    account: me.account,
    post: post.post,
    round: round?.id ?? null,
    own: inside.own,
  });
  const [shown, setShown] = useState(false);
  const [signed, setSigned] = useState<Signed | null>(null);
  if (criteria.length === 0 || applicants.length === 0) return null;
  const faults = faultsOf(sheet.typed, applicants, criteria);
  const check = () => {
    setShown(true);
    sheet.forget();
    const [first] = faults.keys();
    if (first === undefined) setSigned({ points: pointsOf(sheet.typed, applicants, criteria) });
    else document.getElementById(cellId(first))?.focus();
  };
  return (
    <section className="card sheet" aria-labelledby="sheet">
      <h2 id="sheet">
        {t('sheet.title')}
        {round && `${t('mark.open')}${round.label}${t('mark.close')}`}
      </h2>
      <p className="small">{t('sheet.what')}</p>
      <p role="status" className={sheet.isSigned && !signed ? 'notice good small' : 'hidden'}>
        {sheet.isSigned && !signed ? t('sheet.sent') : ''}
      </p>
      <Cells {...{ applicants, criteria, sheet }} faults={shown ? faults : new Map()} />
      {shown && faults.size > 0 && (
        <p className="fault" role="alert">
          {t('sheet.faults', { count: faults.size })}
        </p>
      )}
      <div className="procurement-acts sheet-form">
        <button type="button" className="button solid" aria-haspopup="dialog" onClick={check}>
          {t('sheet.check')}
        </button>
        <SheetFile code={code} system={system} onChosen={setSigned} />
      </div>
      {signed && (
        <SheetConfirmation
          {...{ signed, applicants, criteria, sheet }}
          post={post.label}
          onClose={() => {
            sheet.giveUp();
            setSigned(null);
            setShown(false);
          }}
        />
      )}
    </section>
  );
}

export const cellId = (cell: string): string => `sheet-${cell.replace('/', '-')}`;

interface CellsProps {
  applicants: readonly Applicant[];
  criteria: readonly Criterion[];
  faults: ReadonlyMap<string, CellFault>;
  sheet: ReturnType<typeof useSheet>;
}

function Cells({ applicants, criteria, faults, sheet }: CellsProps) {
  const { t } = useWords(procurementWords);
  return (
    <Scroll label={t('sheet.title')}>
      <table className="grid-table small">
        <caption className="hidden">{t('sheet.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sheet.criterion')}</th>
            <th scope="col" className="number">
              {t('sheet.most')}
            </th>
            {applicants.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion.id}>
              <th scope="row">{criterion.label}</th>
              <td className="number">{criterion.points}</td>
              {applicants.map((applicant) => (
                <td key={applicant.id}>
                  <Cell
                    {...{ applicant, criterion, sheet }}
                    fault={faults.get(`${applicant.id}/${criterion.id}`)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sheet.sum')}</th>
            <td className="number">
              {sumOf(Object.fromEntries(criteria.map(({ id, points }) => [id, points])))}
            </td>
            {applicants.map(({ id }) => (
              <td key={id} className="number">
                {sumOf(sheet.typed[id])}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

interface CellProps {
  applicant: Applicant;
  criterion: Criterion;
  fault: CellFault | undefined;
  sheet: ReturnType<typeof useSheet>;
}

function Cell({ applicant, criterion, fault, sheet }: CellProps) {
  const { t } = useWords(procurementWords);
  const id = cellId(`${applicant.id}/${criterion.id}`);
  const most = criterion.points;
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('sheet.cell', { bidder: applicant.name, criterion: criterion.label, most })}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        value={sheet.typed[applicant.id]?.[criterion.id] ?? ''}
        onChange={(event) => sheet.type(applicant.id, criterion.id, event.target.value)}
      />
      <p className="fault" id={`${id}-fault`}>
        {fault && t(`sheet.${fault}`, { most })}
      </p>
    </>
  );
}

/** The post in which the reader may sign; where none may now, the first held: the door then says why not. */
function useScoringPost(code: string, system: string, me: Me) {
  const { say } = useWords(procurementWords);
  const held = heldFor(me, code, system);
  const answers = useQueries({ queries: held.map(({ post }) => explanationQuery(code, system, post)) });
  const may = held.find((_post, index) =>
    answers[index]?.data?.acts.some(({ type, allowed }) => type === 'rfp.sheetSigned' && allowed),
  );
  const chosen = may ?? held[0];
  return { post: chosen?.post ?? '', label: chosen ? say(chosen.label) : '' };
}
