// A regime's fact put right: the regime and its facts as they were before it, as long as no other act of the regime has followed.
import type { Corrects, Ground } from '../act.ts';
import type { Overwritten } from '../correction/shapes.ts';
import type { Regime } from '../state.ts';

/** Each takes the place of both. */
export const regimeOverwritten = ({ context: { special }, standing: { regime } }: Ground): Overwritten => ({
  regime,
  special,
});

/** Of an act that leads to a regime. */
export const regimeCorrects = (led: Regime): Corrects<object> => ({
  before(given, { regime, special = null }) {
    if (given.standing.regime !== led || regime === undefined) return null;
    return {
      ...given,
      standing: { ...given.standing, regime },
      context: { ...given.context, special },
    };
  },
});
