// A table of the report, whole or the part of it that stands on one page. A row opens to what it rests on.
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import type { Row, Section } from './blocks.ts';
import type { Opened } from './queries.ts';
import { reportWords } from './words.ts';

interface Props {
  section: Section | undefined;
  number: number;
  rows: readonly (Row | null)[];
  /** Pixels; undefined while they are looked for. */
  widths: readonly number[] | undefined;
  continued: boolean;
  /** Null where nothing opens. */
  onOpen: ((opened: Opened) => void) | null;
}

export function ReportTable({ section, number, rows, widths, continued, onOpen }: Props) {
  const { t } = useWords(reportWords);
  if (!section) return null;
  const { id, title, head, right } = section;
  const name = `${title}${continued ? t('report.continued') : ''}`;
  const table = (
    <table className={`sheet-table${head.length > 8 ? ' dense' : ''}${widths ? ' set' : ''}`}>
      <caption className="hidden">{name}</caption>
      {widths && (
        <colgroup>
          {widths.map((width, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <col key={column} style={{ width: `${width}px` }} />
          ))}
        </colgroup>
      )}
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={cell} scope="col" className={right.includes(column) ? 'number' : undefined}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row === null ? (
            <tr key="nothing">
              <td colSpan={head.length}>{t('report.nothing')}</td>
            </tr>
          ) : (
            <tr key={row.key} className={row.isSum ? 'sum' : undefined}>
              {row.cells.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  key={column}
                  className={right.includes(column) ? 'number' : undefined}
                >
                  {column === 0 ? (
                    <First {...{ row, cell, section: id, onOpen }} />
                  ) : (
                    <Cell text={cell} parts={row.marked?.find((one) => one.column === column)?.parts} />
                  )}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
  if (!widths) return table;
  return (
    <>
      {continued && (
        <p className="sheet-continued">
          {number}. {name}
        </p>
      )}
      <Scroll label={name}>{table}</Scroll>
    </>
  );
}

type Parts = NonNullable<Row['marked']>[number]['parts'];

/** With the marks of its footnotes, where it bears any; a mark never begins a line. */
function Cell({ text, parts }: { text: string; parts: Parts | undefined }) {
  if (!parts) return text;
  return parts.map((part) => {
    const signs = Array.from(part.text);
    return (
      <span key={part.text}>
        {signs.slice(0, -1).join('')}
        <span className="sheet-marked">
          {signs.at(-1)}
          {part.notes.map((note) => (
            <sup key={note}>※{note}</sup>
          ))}
        </span>
      </span>
    );
  });
}

interface FirstProps {
  row: Row;
  cell: string;
  section: string;
  onOpen: Props['onOpen'];
}

/** The row's name opens it; the mark of a change stands in the margin. */
function First({ row, cell, section, onOpen }: FirstProps) {
  const { t } = useWords(reportWords);
  if (!onOpen) return <span className="report-opens">{cell}</span>;
  return (
    <>
      {(row.since === 'new' || row.since === 'changed') && (
        <span className={`report-mark ${row.since}`}>{t(`report.${row.since}`)}</span>
      )}
      <button
        type="button"
        className="report-opens"
        id={`opens-${section}-${row.key}`}
        aria-haspopup="dialog"
        onClick={() => onOpen({ section, row: row.key })}
      >
        {cell}
      </button>
    </>
  );
}
