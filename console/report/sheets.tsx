// The report on sheets of A4 as they print. Everything is set once out of sight at the sheet's width and measured; then it is laid on pages.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReportPages } from '../../server/contract/reports/reports.ts';
import { useWords } from '../words/language.tsx';
import { feetOf, feetOn, idOf, leadsOn, type Piece, piecesOf, runsOf } from './blocks.ts';
import { type Block, paginate } from './paginate.ts';
import { PieceView } from './piece.tsx';
import type { Opened } from './queries.ts';
import { ReportTable } from './table.tsx';
import { reportWords } from './words.ts';

interface Props {
  pages: ReportPages;
  onOpen: (opened: Opened) => void;
}

interface Laid {
  sheets: Piece[][];
  /** Widths of the columns of each section's table, so that a table that goes on is set alike. */
  widths: number[][];
}

export function Sheets({ pages, onOpen }: Props) {
  const { t } = useWords(reportWords);
  const pieces = useMemo(() => piecesOf(pages), [pages]);
  const galley = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<Laid | null>(null);
  useLayoutEffect(() => {
    const look = () => galley.current && setLaid(laidOut(pieces, galley.current));
    look();
    // What is set in another font is set anew when that has come.
    void document.fonts.ready.then(look);
  }, [pieces]);
  return (
    <>
      <Galley pages={pages} pieces={pieces} into={galley} />
      <div className="report-sheets">
        {laid?.sheets.map((sheet, index) => (
          <Sheet
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
            key={index}
            {...{ pages, onOpen, widths: laid.widths, pieces: sheet }}
            before={laid.sheets.slice(0, index).flat()}
            label={t('report.page', { page: index + 1, pages: laid.sheets.length })}
          />
        ))}
      </div>
    </>
  );
}

interface SheetProps extends Props {
  pieces: readonly Piece[];
  before: readonly Piece[];
  widths: readonly number[][];
  label: string;
}

function Sheet({ pages, pieces, before, widths, label, onOpen }: SheetProps) {
  const { t } = useWords(reportWords);
  const { title, number, digest, dates } = pages;
  const isBegun = (section: number) => before.some((one) => one.kind === 'row' && one.section === section);
  return (
    <section className="sheet" aria-label={label}>
      <div className="sheet-body">
        {runsOf(pieces).map((run) =>
          run.kind === 'piece' ? (
            <PieceView key={JSON.stringify(run.piece)} piece={run.piece} pages={pages} />
          ) : (
            <ReportTable
              key={`table-${run.section}`}
              section={pages.sections[run.section]}
              number={run.section + 1}
              rows={run.rows}
              widths={widths[run.section]}
              continued={isBegun(run.section)}
              onOpen={onOpen}
            />
          ),
        )}
      </div>
      <Feet pages={pages} numbers={feetOn(pieces)} />
      <footer className="sheet-foot">
        <span>
          {title} {dates[1]}
        </span>
        <span>
          {number === null ? t('report.notIssued') : t('report.no', { number })}{' '}
          <span className="mono">{digest.slice(0, 12)}</span>
        </span>
        <span>{label}</span>
      </footer>
    </section>
  );
}

/** What is assumed of the figures on a page, at its foot. */
function Feet({ pages, numbers }: { pages: ReportPages; numbers: readonly number[] }) {
  if (numbers.length === 0) return null;
  return (
    <ul className="sheet-feet" aria-label={pages.footnoteHeading}>
      {numbers.map((number) => (
        <li key={number}>
          <span className="sheet-note-number">※{number}</span> {pages.footnotes[number - 1]}
        </li>
      ))}
    </ul>
  );
}

/** Set once, out of sight and out of reach. */
function Galley({
  pages,
  pieces,
  into,
}: {
  pages: ReportPages;
  pieces: readonly Piece[];
  into: React.RefObject<HTMLDivElement | null>;
}) {
  return (
    <div className="report-galley" aria-hidden="true" inert>
      <div className="sheet" ref={into}>
        <div className="sheet-body">
          {runsOf(pieces).map((run) =>
            run.kind === 'piece' ? (
              <div key={JSON.stringify(run.piece)} data-piece="">
                <PieceView piece={run.piece} pages={pages} />
              </div>
            ) : (
              <ReportTable
                key={`table-${run.section}`}
                section={pages.sections[run.section]}
                number={run.section + 1}
                rows={run.rows}
                widths={undefined}
                continued={false}
                onOpen={null}
              />
            ),
          )}
        </div>
        <Feet pages={pages} numbers={pages.footnotes.map((_, index) => index + 1)} />
        <p className="sheet-continued">1.</p>
        <div className="sheet-room" />
      </div>
    </div>
  );
}

const heightIn = (element: Element | null | undefined): number =>
  element?.getBoundingClientRect().height ?? 0;

function laidOut(pieces: readonly Piece[], galley: HTMLElement): Laid {
  const tables = [...galley.querySelectorAll('table')];
  const rows = [...galley.querySelectorAll('tbody tr')];
  const others = [...galley.querySelectorAll('[data-piece]')];
  const noted = [...galley.querySelectorAll('.sheet-feet li')];
  const goesOn = galley.querySelector('.sheet-continued');
  const blocks = pieces.map((piece, index): Block => {
    const id = idOf(piece, index);
    const leads = leadsOn(pieces, index) ? { leads: true as const } : {};
    if (piece.kind !== 'row') return { id, height: heightIn(others.shift()), ...leads };
    const head = heightIn(tables[piece.section]?.tHead);
    const again = head + heightIn(goesOn);
    const table = { id: String(piece.section), head, again };
    const feet = feetOf(piece).map((number) => ({ id: number, height: heightIn(noted[number - 1]) }));
    return { id, height: heightIn(rows.shift()), table, feet, ...leads };
  });
  const byId = new Map(pieces.map((piece, index) => [idOf(piece, index), piece]));
  const sheets = paginate(blocks, heightIn(galley.querySelector('.sheet-room')));
  return {
    sheets: sheets.map((sheet) => sheet.flatMap(({ id }) => byId.get(id) ?? [])),
    widths: tables.map((table) =>
      [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width),
    ),
  };
}
