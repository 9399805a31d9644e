/** Why something failed, in one line, with what it failed of. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  const below = cause instanceof Error ? ` (${cause.message})` : '';
  return `${message}${below}`.replace(/\s+/g, ' ').slice(0, 500);
}
