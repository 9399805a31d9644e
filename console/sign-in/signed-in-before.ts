// Whether somebody had signed in on this browser and not signed out: the page may say that a session has ended, and not merely ask for a
// password. Nothing of who it was.
const KEY = 'sekimori.signedIn';

/** A browser that keeps nothing says less, and works. */
function kept(use: (storage: Storage) => string | null | undefined): string | null {
  try {
    return use(localStorage) ?? null;
  } catch {
    return null;
  }
}

export const rememberSignedIn = (): void => void kept((storage) => storage.setItem(KEY, '1') ?? null);
export const forgetSignedIn = (): void => void kept((storage) => storage.removeItem(KEY) ?? null);
export const wasSignedIn = (): boolean => kept((storage) => storage.getItem(KEY)) !== null;
