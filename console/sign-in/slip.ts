// What may be wrong with what was typed, as the field itself shows it: said once it was not taken, and known of no account. Pure.
export type Slip = 'signIn.around' | 'signIn.wide';

/** A password is never changed: blanks around it and full-width letters may be meant. */
export function slipsOf(password: string): Slip[] {
  const isAround = password !== password.trim();
  const isWide = /[\uff01-\uff5e\u3000]/.test(password.trim());
  return [...(isAround ? (['signIn.around'] as const) : []), ...(isWide ? (['signIn.wide'] as const) : [])];
}
