// What posts and systems are called where people are listed: no reader knows their codes.
import { useQuery } from '@tanstack/react-query';
import { boundsOf } from '../../../machines/values/term.ts';
import type { AccountView } from '../../../server/contract/accounts.ts';
import { useWords } from '../../words/language.tsx';
import { pathsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';

export interface PeopleNames {
  post: (id: string) => string;
  /** Of null: all. */
  systems: (ids: readonly string[] | null) => string;
}

export function usePeopleNames(code: string): PeopleNames {
  const { t, say } = useWords(settingsWords);
  const { data: paths } = useQuery(pathsQuery(code));
  const offices: Record<string, string> = {
    administrator: t('people.office.administrator'),
    auditor: t('people.office.auditor'),
  };
  const system = (id: string) => {
    const known = paths?.systems.find((one) => one.system === id);
    return known ? say(known.name) : id;
  };
  return {
    post: (id) => {
      const body = paths?.bodies.find((one) => one.body === id);
      return body ? say(body.label) : (offices[id] ?? id);
    },
    systems: (ids) => (ids === null ? t('settings.all') : ids.map(system).join(t('people.and'))),
  };
}

/** Days that a plan can hardly name are no term at all. */
export function useTerm(): (from: string, until: string) => string {
  const { t, day } = useWords(settingsWords);
  return (begins, ends) => {
    const { from, until } = boundsOf(begins, ends);
    if (from === null && until === null) return t('people.always');
    if (from === null) return t('people.untilAlone', { until: day(until ?? ends, 'short') });
    if (until === null) return t('people.fromAlone', { from: day(from, 'short') });
    return t('people.until', { from: day(from, 'short'), until: day(until, 'short') });
  };
}

type Post = AccountView['posts'][number];
export interface HeldPost extends Omit<Post, 'system'> {
  /** Null: of the whole programme. */
  systems: string[] | null;
}

/** The same post over several systems for the same days is one line. */
export function heldPosts(posts: readonly Post[]): HeldPost[] {
  const held = new Map<string, HeldPost>();
  for (const { system, ...post } of posts) {
    const key = [post.post, post.programme, post.from, post.until, JSON.stringify(post.deputy ?? null)];
    const known = held.get([...key, system === null].join(' '));
    if (known?.systems && system !== null) known.systems.push(system);
    else
      held.set([...key, system === null].join(' '), { ...post, systems: system === null ? null : [system] });
  }
  return [...held.values()];
}
