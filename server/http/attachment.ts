// The headers of a document that is made for whoever asks: kept by nobody on the way, saved under a name of its own.

export const CSV = 'text/csv; charset=UTF-8';
export const MARKDOWN = 'text/markdown; charset=UTF-8';
export const HTML = 'text/html; charset=UTF-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function attachment(type: string, name?: string): Record<string, string> {
  const disposition = name === undefined ? {} : { 'Content-Disposition': `attachment; filename="${name}"` };
  return { 'Content-Type': type, 'Cache-Control': 'no-store', ...disposition };
}

/** What a file is called that is made of a programme: a rehearsal's says so. @param parts what it holds, and its day */
export function fileNamed(
  { code, rehearsal }: { code: string; rehearsal: boolean },
  ...parts: readonly string[]
): string {
  return ['sekimori', code, ...(rehearsal ? ['rehearsal'] : []), ...parts].join('-');
}
