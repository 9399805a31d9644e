// What the server did not answer comes by itself once it does: asked every few seconds, and at once where this machine is back on its network.
import { useEffect } from 'react';
import { isAnswered } from '../acts/sending/reached.ts';

const AGAIN_MS = 5_000;

/** @param come stays the same while the page does; it is called each time that the server answers, as long as it was away */
export function useReturn(isAway: boolean, come: () => void): void {
  useEffect(() => {
    if (!isAway) return;
    let isLeft = false;
    const ask = async () => {
      if ((await isAnswered()) && !isLeft) come();
    };
    const asking = setInterval(ask, AGAIN_MS);
    window.addEventListener('online', ask);
    return () => {
      isLeft = true;
      clearInterval(asking);
      window.removeEventListener('online', ask);
    };
  }, [isAway, come]);
}
