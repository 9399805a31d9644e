// A table of the pages on procurement: a caption that is its heading, columns of words or of figures, rows of cells.
import { type ReactNode, useId } from 'react';
import { Scroll } from '../ui/scroll.tsx';

export interface Column {
  head: string;
  /** Of figures: they stand right. */
  number?: boolean;
}

export interface Row {
  key: string;
  cells: readonly ReactNode[];
}

interface Props {
  title: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** The last row, of sums. */
  foot?: readonly ReactNode[];
  /** What stands below it. */
  below?: ReactNode;
}

export function FiguresTable({ title, columns, rows, foot, below }: Props) {
  const heading = useId();
  const cells = (row: readonly ReactNode[], first: 'row' | null) =>
    row.map((cell, index) => {
      const { head = '', number = false } = columns[index] ?? {};
      const look = number ? 'number' : undefined;
      return index === 0 && first ? (
        <th key={head} scope="row" className={look}>
          {cell}
        </th>
      ) : (
        <td key={head} className={look}>
          {cell}
        </td>
      );
    });
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <Scroll label={title}>
        <table className="grid-table small">
          <caption className="hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map(({ head, number }) => (
                <th key={head} scope="col" className={number ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: row }) => (
              <tr key={key}>{cells(row, 'row')}</tr>
            ))}
          </tbody>
          {foot && (
            <tfoot>
              <tr>{cells(foot, 'row')}</tr>
            </tfoot>
          )}
        </table>
      </Scroll>
      {below}
    </section>
  );
}
