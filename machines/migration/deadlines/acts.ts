// Every act on a deadline: its points come, its day is set or extended, and whoever is told says that they know of it.
import { acknowledgingActs } from './acknowledging.ts';
import { extendingActs } from './extending.ts';
import { reachingActs } from './reaching.ts';
import { settingActs } from './setting.ts';

export const deadlineActs = { ...extendingActs, ...settingActs, ...acknowledgingActs, ...reachingActs };
