// What the console says of a failure: the number that its sentence asks the reader to name stands beside it.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { ApiProblem } from '../../console/api.ts';
import { ProblemNotice, titleOf } from '../../console/ui/problem.tsx';
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

it('no command is named where there is no command line', () => {
  const markup = shown(409, 'keyMissing');
  expect(markup).toContain('管理者に確かめてもらってください。');
  expect(markup).not.toContain('sekimori ');
});

it('a failure is headed as what it is: input to be put right, a refusal, nothing that differs, or no answer', () => {
  const issue = (code: string) => ({ field: 'sum', code, message: { ja: 'x', en: 'x' } });
  const refusal = { code: 'x', facts: {}, message: { ja: 'x', en: 'x' } };
  const headOf = (details: Parameters<typeof problemBody>[1]) =>
    titleOf(problemBody('invalid', details, 'request-4711'));
  expect(headOf({ issues: [issue('custom')] })).toBe('error.input');
  expect(headOf({ issues: [issue('nothing')] })).toBe('error.unchanged');
  expect(headOf({ refusals: [refusal] })).toBe('error.refused');
  expect(headOf({})).toBe('error.title');
  expect(titleOf(null)).toBe('error.title');
});
