// A QR code as a picture of this page's own: nothing is asked of any other server, and it is black on white in any theme.
import encodeQR from 'qr';

export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw');
  const dots = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr-code" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <path className="qr-paper" d={`M0 0h${rows.length}v${rows.length}h-${rows.length}z`} />
      <path d={dots.join('')} />
    </svg>
  );
}
