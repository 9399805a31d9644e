// What of a report stands outside its tables: its head, titles, lines and notes.
import type { ReportPages } from '../../server/contract/reports/reports.ts';
import type { Piece } from './blocks.ts';

export function PieceView({ piece, pages }: { piece: Piece; pages: ReportPages }) {
  switch (piece.kind) {
    case 'head':
      return (
        <div className="sheet-head">
          <h2>{pages.title}</h2>
          {pages.dates.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      );
    case 'title':
      return (
        <h3 className="sheet-title">
          {piece.section + 1}. {pages.sections[piece.section]?.title}
        </h3>
      );
    case 'noteTitle':
      return <h3 className="sheet-title">{pages.noteHeading}</h3>;
    case 'note':
      return (
        <p className="sheet-note">
          <span className="sheet-note-number">{piece.number}</span> {piece.text}
        </p>
      );
    case 'line':
      return <p className="sheet-line">{piece.text}</p>;
    case 'row':
      return null;
  }
}
