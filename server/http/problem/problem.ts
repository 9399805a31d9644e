// How a request fails: a code of the closed table with its facts, answered as application/problem+json (RFC 9457).
// Knows no route.
import type { Context } from 'hono';
import type { InputIssue, Problem, RefusalView } from '../../contract/values.ts';
import { type ProblemCode, problems } from './problem-texts.ts';

export interface ProblemDetails {
  facts?: Record<string, unknown>;
  refusals?: RefusalView[];
  issues?: InputIssue[];
  /** Seconds after which asking again makes sense. */
  retryAfter?: number;
}

/** Thrown by handlers to end a request; the app's error handler answers it. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

/** As many mistakes as a person mends at a time; a sender of thousands gets no answer of megabytes. */
export const MOST_ISSUES = 50;

function capped({ issues = [], ...others }: Omit<ProblemDetails, 'retryAfter'>) {
  if (issues.length === 0) return others;
  const more = issues.length - MOST_ISSUES;
  return { ...others, issues: issues.slice(0, MOST_ISSUES), ...(more > 0 ? { moreIssues: more } : {}) };
}

/** The body of a problem; `instance` is the request's own number. */
export function problemBody(code: ProblemCode, details: ProblemDetails, instance: string): Problem {
  const { status, title, detail } = problems[code];
  const { retryAfter: _retryAfter, ...given } = details;
  return { type: `urn:sekimori:problem:${code}`, title, status, code, detail, ...capped(given), instance };
}

export function answerProblem(c: Context, code: ProblemCode, details: ProblemDetails = {}): Response {
  const instance: string = c.get('requestNumber') ?? '';
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter));
  if (code === 'notSignedIn') c.header('WWW-Authenticate', 'Bearer');
  return c.body(JSON.stringify(problemBody(code, details, instance)), problems[code].status, {
    'Content-Type': 'application/problem+json; charset=UTF-8',
    'Cache-Control': 'no-store',
  });
}
