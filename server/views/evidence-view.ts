// What an entry rests on besides itself: the grants by which its actor held the post, and the people it told. Pure: which
// grants count, and when, is authority.ts's to say.
import type { ToldNotice as KeptNotice, ToldDigest } from '../../ledger/models/told.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { dayOf } from '../../machines/values/date.ts';
import type { Names } from '../../texts/names.ts';
import { noticeText } from '../../texts/telling/notice-texts.ts';
import { isoOf } from '../accounts/access-tokens.ts';
import { gives, type Then, touches, wasHeld, wasHeldOn } from '../accounts/authority.ts';
import type { KeptGrant } from '../accounts/grants.ts';
import type { EntryGrant, ToldNotice } from '../contract/entries.ts';
import { carriedView } from './digest-view.ts';

type Where = { code: string; system: string | null };

/** When an entry was recorded, as grants are measured. */
const thenOf = ({ recordedAt, wallAt }: EntryBody): Then => ({
  at: wallAt,
  days: { programme: dayOf(recordedAt), real: dayOf(wallAt) },
});

/** The grants of its actor for that post whose period touches the day it happened or the day it was recorded. */
export function entryGrants(body: EntryBody, where: Where, grants: readonly KeptGrant[]): EntryGrant[] {
  const then = thenOf(body);
  const { actor, occurredOn } = body;
  return grants
    .filter((grant) => gives(grant, actor.post, where))
    .filter(
      (grant) => touches(grant, then.days, occurredOn) || touches(grant, then.days, then.days.programme),
    )
    .map((grant) => ({
      id: grant.id,
      named: grant.id === actor.grant,
      programme: grant.programme,
      system: grant.system,
      from: grant.from,
      until: grant.until,
      grantedBy: grant.grantedBy,
      grantedAt: grant.grantedAt,
      endedBy: grant.endedBy,
      endedAt: grant.endedAt,
      heldOn: { recorded: wasHeld(grant, then), occurred: wasHeldOn(grant, then, occurredOn) },
    }));
}

interface Telling {
  told: readonly KeptNotice[];
  digests: readonly ToldDigest[];
  grants: readonly KeptGrant[];
  names: Names;
}

/** @param grants every grant of the posts that were told */
export function toldNotices(
  body: EntryBody,
  where: Where,
  { told, digests, grants, names }: Telling,
): ToldNotice[] {
  const then = thenOf(body);
  const holdersOf = (post: string) =>
    grants.filter((grant) => gives(grant, post, where) && wasHeld(grant, then));
  const everyPerson = (index: number) =>
    told
      .filter(({ content }) => content.index === index)
      .flatMap(({ content, reads }) => personsOf(holdersOf(content.post), reads, grants));
  return told.map(({ content: { post, notice, index }, reads, deliveries }) => {
    const persons = personsOf(holdersOf(post), reads, grants);
    const own = accountsOf(persons);
    const everyone = accountsOf(everyPerson(index));
    return {
      code: notice.code,
      message: noticeText(notice, names),
      post,
      postLabel: names.post(post),
      persons,
      digests: digests
        .filter((one) => one.index === index && (own.has(one.account) || !everyone.has(one.account)))
        .map(({ index: _place, ...digest }) => carriedView(digest)),
      deliveries: deliveries.map(({ deliveredAt, ...delivery }) => ({
        ...delivery,
        deliveredAt: deliveredAt === null ? null : isoOf(deliveredAt),
      })),
    };
  });
}

const accountsOf = (persons: readonly { account: string }[]): Set<string> =>
  new Set(persons.map(({ account }) => account));

function personsOf(
  holders: readonly KeptGrant[],
  reads: KeptNotice['reads'],
  grants: readonly KeptGrant[],
): ToldNotice['persons'] {
  const readAt = new Map(reads.map((read) => [read.account, isoOf(read.readAt)]));
  const called = new Map(grants.map(({ account, name }) => [account, name]));
  const then = new Set(holders.map(({ account }) => account));
  const accounts = new Set([...[...then].sort(), ...readAt.keys()]);
  return [...accounts].map((account) => ({
    account,
    name: called.get(account) ?? account,
    heldThen: then.has(account),
    readAt: readAt.get(account) ?? null,
  }));
}
