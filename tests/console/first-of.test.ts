// What is asked for before the console is there: what the page of that address begins with, and nothing that it would not ask for.
import { describe, expect, it } from 'vitest';
import { firstOf } from '../../console/first-of.ts';
import { pages } from '../../console/pages.ts';

const first = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://town.test');
  const { page, asked } = firstOf(pathname, searchParams);
  return { page, paths: asked.map(([path]) => path), asked };
};

describe('an address that is opened', () => {
  it('of a system asks for the system and for what may be done in the post it names, or in the one that the server chooses', () => {
    const { page, paths, asked } = first('/programmes/131121/systems/juki');
    expect(page).toBe(pages.system);
    const system = '/programmes/131121/systems/juki';
    expect(paths).toEqual(['/me', system, `${system}/explanation`, '/programmes/131121']);
    expect(asked[2]?.[1]).toEqual({ post: '' });
    expect(first('/programmes/131121/systems/juki?post=dx-office').asked[2]?.[1]).toEqual({
      post: 'dx-office',
    });
  });

  it('of the board asks for all of it, and not where filters would leave some', () => {
    expect(first('/programmes/131121/board').paths).toContain('/programmes/131121/systems');
    expect(first('/programmes/131121/board?wave=1').paths).not.toContain('/programmes/131121/systems');
    expect(first('/programmes/131121/board?wave=1').page).toBe(pages.board);
  });

  it('of a programme alone is the day’s', () => {
    for (const address of ['/programmes/131121', '/programmes/131121/'])
      expect(first(address)).toMatchObject({
        page: pages.today,
        paths: ['/me', '/programmes/131121/today', '/programmes/131121'],
      });
  });

  it('of the plan asks for the plan, and on a past day leaves it to the page', () => {
    for (const below of ['gantt', 'deadlines']) {
      expect(first(`/programmes/131121/${below}`).paths).toContain('/programmes/131121/schedule');
      expect(first(`/programmes/131121/${below}?asOf=2026-03-31`).paths).not.toContain(
        '/programmes/131121/schedule',
      );
    }
  });

  it('of decisions and of procurements asks for what each of them waits for', () => {
    expect(first('/programmes/131121/decide').paths).toEqual([
      '/me',
      '/programmes/131121/inbox',
      '/programmes/131121/today',
      '/programmes/131121',
    ]);
    expect(first('/programmes/131121/procurement').paths).toEqual([
      '/me',
      '/programmes/131121/procurements',
      '/programmes/131121/report',
      '/programmes/131121',
    ]);
  });

  it('that is named nowhere, or no programme’s, asks for no page and nothing of it', () => {
    expect(first('/').paths).toEqual(['/me']);
    expect(first('/contact')).toMatchObject({ page: null, paths: ['/me'] });
    for (const below of [
      '/settings/people',
      '/systems',
      '/systems/juki/entries/3',
      '/past/systems/juki',
      '/constructor',
    ])
      expect([below, first(`/programmes/131121${below}`)]).toMatchObject([below, { page: null }]);
  });
});
