// Who would hold the posts of systems that come by an amendment, as it is told beforehand.
import type { Text } from '../../../machines/definition/definition.ts';
import type { Coming, Staffed } from '../../../machines/programme/amendment/posts/staffed.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import type { Powers } from '../../../machines/programme/powers/grant.ts';
import { followedText, unheldText } from '../../../texts/amending/staffed-texts.ts';
import { type Names, namesOf } from '../../../texts/names.ts';
import { foreseenText } from '../../../texts/sheets/transfer-texts.ts';
import type { AmendmentPreview } from '../../contract/amendments.ts';

export interface PeopleThen {
  on: string;
  powers: Powers;
  coming: readonly Coming[];
  /** Of each of these, in the same order. */
  staffed: readonly Staffed[];
}

/** Posts, phases and systems as the version that is proposed calls them. */
export function staffedViews(
  { on, powers, coming, staffed }: PeopleThen,
  { bodies }: Pick<ProgrammeDefinition, 'bodies'>,
  known: Names,
): AmendmentPreview['people'] {
  const systems = new Map(coming.map(({ definition: { system } }) => [system.id, system.name]));
  const nameOf = (account: string) => powers.people[account]?.name ?? account;
  return coming.flatMap(({ definition }, index) => {
    const one = staffed[index];
    if (!one) return [];
    const { name } = definition.system;
    const own = namesOf({ ...definition, bodies }, systems);
    const names = { ...own, system: (id: string): Text => systems.get(id) ?? known.system(id) };
    return [
      {
        ...{ system: one.system, name, on, posts: one.posts },
        followed: one.followed.map((held) => ({
          ...{ account: held.account, post: held.post, label: names.post(held.post) },
          ...{ fromOn: held.fromOn, untilOn: held.untilOn, isDeputy: held.deputy !== undefined },
          text: followedText(held, nameOf(held.account), names),
        })),
        unheld: one.unheld.map((post) => ({
          ...{ post: post.post, label: names.post(post.post) },
          message: unheldText(post, name, on, names),
        })),
        foreseen: one.foreseen.map((found) => ({
          code: found.code,
          message: foreseenText(found, on, names),
        })),
      },
    ];
  });
}
