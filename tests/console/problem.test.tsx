// What the console says of a failure: the number that its sentence asks the reader to name stands beside it.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { ApiProblem } from '../../console/api.ts';
import { ProblemNotice } from '../../console/ui/problem.tsx';
import { LanguageProvider } from '../../console/words/language.tsx';
import { problemBody } from '../../server/http/problem/problem.ts';

/** Nothing is remembered where there is no browser. */
vi.stubGlobal('localStorage', { getItem: () => null });

const shown = (status: number, code: Parameters<typeof problemBody>[0]) =>
  renderToStaticMarkup(
    <LanguageProvider>
      <ProblemNotice error={new ApiProblem(status, problemBody(code, {}, 'request-4711'))} />
    </LanguageProvider>,
  );

it('an inner fault is shown with its number', () => {
  expect(shown(500, 'internal')).toMatch(/番号.*を添えて.*request-4711/su);
});

it('what the reader can mend is shown without one', () => {
  expect(shown(404, 'notFound')).not.toContain('request-4711');
});
