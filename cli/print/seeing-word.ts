// Whether what a deputy decided for an absent holder was looked at by them (後閲), beside the entry.
import type { EntryView } from '../../server/contract/entries.ts';
import type { Language, Say } from './speech.ts';
import { dayWord } from './words.ts';

export function seeingWord({ seeing }: EntryView, say: Say, language: Language): string {
  if (seeing === null) return '';
  const { seenOn, seenAt, seenBy } = seeing;
  if (seenOn !== null) {
    const on = dayWord(seenOn, language);
    return say(`［後閲 済 ${on}（第${seenAt}件）］`, ` [seen by its holder ${on}, entry ${seenAt}]`);
  }
  if (seenBy === null) return say('［後閲 未］', ' [not yet seen by its holder]');
  const by = dayWord(seenBy, language);
  return say(`［後閲 未（${by}まで）］`, ` [not yet seen by its holder, due ${by}]`);
}
