// Whether anything that is sent now can arrive. The browser may say that there is no network where the server stands on this very
// machine: then it is asked something harmless first.
import { ApiProblem, get } from '../../api.ts';

export async function isReached(): Promise<boolean> {
  return navigator.onLine || (await isAnswered());
}

/** Whether the server is there, and able to answer: whatever it says. */
export function isAnswered(): Promise<boolean> {
  return get('/me').then(
    () => true,
    (error: unknown) => error instanceof ApiProblem && !error.away,
  );
}
