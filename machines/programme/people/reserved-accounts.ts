// Names that are no person's: by them the record and the access log call the machine's own operator, its first administrator,
// and this system itself.
const RESERVED: ReadonlySet<string> = new Set([
  ...[
    'admin',
    'administrator',
    'auditor',
    'import',
    'nobody',
    'operator',
    'root',
    'sekimori',
    'system',
    'timer',
  ],
]);

/** Whatever is set behind it: `admin-2` is the first administrator where `admin` is another's already. */
export const isReservedAccount = (account: string): boolean =>
  RESERVED.has(account.toLowerCase().replace(/-\d+$/, ''));
