// The headers of a document that is made for whoever asks: kept by nobody on the way, saved under a name of its own.

export function attachment(type: string, name?: string): Record<string, string> {
  const disposition = name === undefined ? {} : { 'Content-Disposition': `attachment; filename="${name}"` };
  return { 'Content-Type': type, 'Cache-Control': 'no-store', ...disposition };
}
