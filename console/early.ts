// Runs before the console itself is there, for whoever brings a session: asks at once for what the address will show, and for the
// code that shows it. Nothing depends on it.
import { askEarly } from './api.ts';
import { firstOf } from './first-of.ts';

const { page, asked } = firstOf(location.pathname, new URLSearchParams(location.search));
for (const one of asked) askEarly(...one);
// Whoever opens the page hears of its failure.
page?.().catch(() => undefined);
