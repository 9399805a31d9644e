// A list as the server takes it: the bytes of a file in base64, or a table that was typed as CSV.
import { base64Of } from '../../figures/base64.ts';
export interface SentFile {
  name: string;
  base64: string;
}

export const sentFile = async (file: File): Promise<SentFile> => ({
  name: file.name,
  base64: base64Of(new Uint8Array(await file.arrayBuffer())),
});

const cell = (written: string): string =>
  /[",\n\r]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

export const sentTable = (name: string, rows: readonly (readonly string[])[]): SentFile => ({
  name,
  base64: base64Of(new TextEncoder().encode(csvOf(rows))),
});

/** To be opened by a spreadsheet of any age: it says that it is UTF-8; what it would take for a formula is text. */
export function saveCsv(name: string, rows: readonly (readonly string[])[]): void {
  const asText = (written: string) => (/^[=+\-@\t\r]/.test(written) ? `'${written}` : written);
  const csv = csvOf(rows.map((row) => row.map(asText)));
  const address = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
