// What an account may be called: the name by which a person signs in, and every entry says who acted; how long the password is that they
// choose, and how long they stay signed in by it.

/** Letters, digits and `_.@-`, compared without case. */
export const accountPattern = /^[a-z0-9][a-z0-9_.@-]{0,99}$/;
export const accountName = (given: string): string => given.normalize('NFKC').trim().toLowerCase();

/** Characters. */
export const PASSWORD = { least: 12, most: 500 } as const;

/** A session ends so long after it began, whatever is done in it. */
export const SESSION_HOURS = 12;
