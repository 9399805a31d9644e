// The two offices that stand over programmes, held like posts but no body of any: named here alone.

/** Administers the installation, or where the grant names a programme, that one. */
export const ADMINISTRATOR = 'administrator';
/** Reads everything and writes nothing. */
export const AUDITOR = 'auditor';
