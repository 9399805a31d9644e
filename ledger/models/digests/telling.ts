// What is asked of the record and its read models to tell people of it: one object for whoever composes digests.
import type { Days } from '../../../machines/programme/powers/lock.ts';
import type { Database } from '../../database.ts';
import { holdersOn } from './holders.ts';
import {
  beginningOf,
  deadlinesNamed,
  decisionsAwaited,
  hasUnfired,
  programmesHere,
  someSystem,
  systemsCalled,
  toldSince,
} from './told-since.ts';

export const tellingOf = (database: Pick<Database, 'sql'>) => ({
  programmes: () => programmesHere(database),
  holdersOn: (programme: string, days: Days) => holdersOn(database, programme, days),
  toldSince: (programme: string, sinceWall: string) => toldSince(database, programme, sinceWall),
  deadlinesNamed: (named: readonly { chain: string; deadline: string }[]) => deadlinesNamed(database, named),
  decisionsAwaited: (programme: string) => decisionsAwaited(database, programme),
  systemsCalled: (programme: string) => systemsCalled(database, programme),
  beginningOf: (programme: string) => beginningOf(database, programme),
  someSystem: (programme: string) => someSystem(database, programme),
  hasUnfired: (programme: string, by: string) => hasUnfired(database, programme, by),
});
