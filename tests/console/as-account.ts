// The API as any client asks it, for what a page's test stands on: as an account of a rehearsal, by the operator's token.
import { expect } from 'vitest';
import type { Rehearsal } from './rehearsal.ts';

export type Ask = <T = unknown>(method: string, path: string, body?: unknown) => Promise<T>;

/**
 * @param account null: whoever keeps the machine
 * @throws where it is answered otherwise than it should be, with the answer
 */
export function askAs({ operator }: Rehearsal, account: string | null): Ask {
  const { url, token } = operator();
  return async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(account === null ? {} : { 'x-sekimori-as': account }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = await response.text();
    expect(response.ok, `${account}: ${method} ${path}: ${response.status} ${said}`).toBe(true);
    // Each test names the part of the contract that it reads.
    return said === '' ? undefined : JSON.parse(said);
  };
}
