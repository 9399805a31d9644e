// One entry in sentences for an auditor: who acted in which post held from when until when, on which version, what decided,
// which key vouches, and who was told and has read it.
import { textOfBoth } from '../../machines/values/text.ts';
import type { EntryEvidence, EntryGrant, ToldNotice } from '../../server/contract/entries.ts';
import { carriedLine } from './carried-line.ts';
import { correctionWord, madeLines } from './correction-word.ts';
import { seeingWord } from './seeing-word.ts';
import { type Language, type Say, speak } from './speech.ts';
import { dayWord, instantWord, termWord } from './words.ts';

export function evidenceLines(entry: EntryEvidence, language: Language): string[] {
  const say = speak(language);
  const { seq, systemName, summary, told } = entry;
  const of = systemName?.[language] ?? say('計画全体', 'the programme');
  return [
    say(`${of}の第${seq}件`, `Entry ${seq} of ${of}`),
    `  ${summary[language]}${correctionWord(entry, say)}${seeingWord(entry, say, language)}`,
    ...madeLines(entry, language),
    ...block(say('誰が、いつ', 'Who, and when'), whoLines(entry, language)),
    ...block(say('職に就いていたか', 'Was the post held'), grantLines(entry, language)),
    ...block(
      say('どの版を見て、何が判断したか', 'On which version, and what decided'),
      versionLines(entry, say),
    ),
    ...block(say('署名と検証値', 'Key and hash'), sealLines(entry, say)),
    ...block(say('誰に知らせ、誰が読んだか', 'Who was told, who has read it'), [
      ...told.flatMap((notice) => toldLines(notice, language)),
      ...(told.length === 0 ? [say('この記録は誰にも知らせていません。', 'It told nobody.')] : []),
    ]),
    ...(entry.rehearsal ? ['', realInstants(say)] : []),
  ];
}

const block = (title: string, lines: readonly string[]): string[] => [
  '',
  title,
  ...lines.map((line) => `  ${line}`),
];

const realInstants = (say: Say): string =>
  say(
    '演習のため、出来事と職の期間は計画の時計、付与・解除・発送・既読は実際の時刻です。',
    'A rehearsal: events and periods are on its own clock; giving, ending, delivery and reading are on the real one.',
  );

function whoLines(entry: EntryEvidence, language: Language): string[] {
  const say = speak(language);
  const { actor, occurredOn, recordedAt, wallAt, rehearsal, assumed, source } = entry;
  const post = actor.postLabel[language];
  const on = dayWord(occurredOn, language);
  const at = instantWord(recordedAt, language);
  const wall = rehearsal
    ? say(`（実際には ${instantWord(wallAt, language)}）`, ` (really ${instantWord(wallAt, language)})`)
    : '';
  const who =
    actor.kind === 'person'
      ? say(
          `${actor.name}（${actor.account}）が「${post}」として`,
          `${actor.name} (${actor.account}), as "${post}"`,
        )
      : say(`「${post}」が（人の操作ではありません）`, `"${post}" (no act of a person)`);
  return [
    say(`${who}行いました。`, `By ${who}.`),
    say(
      `起きた日は ${on}、記録した日時は ${at}${wall}です。`,
      `It happened on ${on} and was recorded ${at}${wall}.`,
    ),
    ...(assumed === null ? [] : [`${say('仮定', 'Assumed')}: ${textOfBoth(assumed)[language]}`]),
    ...(source === null ? [] : [`${say('資料', 'Source')}: ${textOfBoth(source)[language]}`]),
  ];
}

function grantLines(entry: EntryEvidence, language: Language): string[] {
  const say = speak(language);
  const { actor, grants } = entry;
  if (actor.kind !== 'person')
    return [say('人の操作ではないため、職はありません。', 'No person acted, so there is no post.')];
  if (grants.length === 0 && entry.undisclosed) return [entry.undisclosed[language]];
  if (grants.length === 0)
    return [
      say(
        'この職の付与は、起きた日にも記録した日にもかかるものがありません（機械の運用者の鍵による操作には付与がありません）。',
        'No grant of this post touches either day (what is done with the key of the machine’s operator rests on none).',
      ),
    ];
  const unnamed = grants.some(({ named }) => named)
    ? []
    : [
        say(
          'どの付与によって行ったかは、この記録に書かれていません（0.2.0 までの記録など）。',
          'The entry does not say by which of them it was done (as those of up to 0.2.0).',
        ),
      ];
  return [
    ...grants.flatMap((grant) => [grantLine(grant, language), ...actedBy(entry, grant, say)]),
    ...unnamed,
  ];
}

/** That the entry was made by this grant: post, scope, from–to. */
function actedBy({ actor, system, systemName }: EntryEvidence, grant: EntryGrant, say: Say): string[] {
  if (!grant.named) return [];
  const own = grant.system !== null && grant.system === system ? systemName : null;
  const over = (language: Language): string => own?.[language] ?? grantedOver(grant, speak(language));
  const [post, { id, from, until }] = [actor.postLabel, grant];
  return [
    say(
      `→ この付与（${id}）によって行いました: 「${post.ja}」、${over('ja')}、${termWord(from, until, 'ja')}。`,
      `→ It was done by this grant (${id}): "${post.en}", ${over('en')}, ${termWord(from, until, 'en')}.`,
    ),
  ];
}

const grantedOver = ({ system, programme }: EntryGrant, say: Say): string =>
  system ?? (programme === null ? say('全体', 'all programmes') : say('計画全体', 'the programme'));

function grantLine(grant: EntryGrant, language: Language): string {
  const say = speak(language);
  const { recorded, occurred } = grant.heldOn;
  const given = instantWord(grant.grantedAt, language);
  const scope = grantedOver(grant, say);
  const held = recorded
    ? say('記録した時に就いていました', 'held when it was recorded')
    : say('記録した時には就いていませんでした', 'not held when it was recorded');
  const then = occurred
    ? say('起きた日は期間の内です', 'the day it happened lies within')
    : say('起きた日には及びません', 'it does not reach the day it happened');
  const ended =
    grant.endedAt === null
      ? ''
      : say(
          ` ${instantWord(grant.endedAt, language)} に ${grant.endedBy} が解除しました。`,
          ` Ended ${instantWord(grant.endedAt, language)} by ${grant.endedBy}.`,
        );
  return say(
    `${recorded ? '✔' : '✘'} ${termWord(grant.from, grant.until, language)}（${scope}。${given} に ${grant.grantedBy} が付与）: ${held}。${then}。${ended}`,
    `${recorded ? '✔' : '✘'} ${termWord(grant.from, grant.until, language)} (${scope}; given ${given} by ${grant.grantedBy}): ${held}; ${then}.${ended}`,
  ).trimEnd();
}

function versionLines({ seenVersion, versions }: EntryEvidence, say: Say): string[] {
  const { definition, path, calendar, machine, definitionDigest } = versions;
  return [
    seenVersion === null
      ? say(
          '見ていた版はありません（タイマーと取込にはありません）。',
          'No version was seen (timers and imports see none).',
        )
      : say(
          `第${seenVersion}件までの記録を見て決めました。`,
          `Decided having seen the record up to entry ${seenVersion}.`,
        ),
    say(
      `計画の第${definition}版、工程 ${path}、暦 ${calendar}、機械 第${machine}版が判断しました。`,
      `Decided by definition version ${definition}, path ${path}, calendar ${calendar}, machine version ${machine}.`,
    ),
    say(
      `定義の検証値（SHA-256）: ${definitionDigest}`,
      `Digest of the definition (SHA-256): ${definitionDigest}`,
    ),
  ];
}

function sealLines({ signedBy, hash, prev }: EntryEvidence, say: Say): string[] {
  return [
    signedBy === null
      ? say(
          '署名はありません（人と取込の記録だけにあります）。',
          'No key vouches for it (persons and imports alone need one).',
        )
      : say(`鍵 ${signedBy} が、行った人を保証しています。`, `Key ${signedBy} vouches for who acted.`),
    say(`この記録: ${hash}`, `This entry: ${hash}`),
    say(`前の記録: ${prev}`, `The one before: ${prev}`),
  ];
}

function toldLines(
  { message, postLabel, persons, digests, deliveries }: ToldNotice,
  language: Language,
): string[] {
  const say = speak(language);
  const nobody = say('その時この職に就いていた人はいません。', 'Nobody held this post then.');
  return [
    say(`「${postLabel.ja}」へ: ${message.ja}`, `To "${postLabel.en}": ${message.en}`),
    ...persons.map((person) => `  ・${personLine(person, language)}`),
    ...(persons.some(({ heldThen }) => heldThen) ? [] : [`  ・${nobody}`]),
    ...digests.flatMap((digest) => digestLines(digest, language).map((line) => `  ・${line}`)),
    ...deliveries.map((delivery) => `  ・${deliveryLine(delivery, language)}`),
  ];
}

function personLine(
  { account, name, heldThen, readAt }: ToldNotice['persons'][number],
  language: Language,
): string {
  const say = speak(language);
  const read =
    readAt === null
      ? say('未読', 'not read')
      : say(`${instantWord(readAt, language)} に既読`, `read ${instantWord(readAt, language)}`);
  const later = heldThen ? '' : say('（その時は就いていません）', ' (did not hold it then)');
  return say(`${name}（${account}）${later} ${read}`, `${name} (${account})${later}: ${read}`);
}

/** By which digest it was told, and by which ways it went besides the inbox. */
function digestLines(
  { account, name, day, late, readAt, channels }: ToldNotice['digests'][number],
  language: Language,
): string[] {
  const say = speak(language);
  const on = dayWord(day, language);
  const wasLate = late ? say('（遅れて）', ' (late)') : '';
  const read =
    readAt === null
      ? say('受信箱では未読', 'not read in the inbox')
      : say(
          `受信箱で ${instantWord(readAt, language)} に既読`,
          `read in the inbox ${instantWord(readAt, language)}`,
        );
  return [
    say(
      `${on}のお知らせ${wasLate}で ${name}（${account}）に: ${read}`,
      `In the digest of ${on}${wasLate} to ${name} (${account}): ${read}`,
    ),
    ...channels.map((one) => `  ${carriedLine(one, language)}`),
  ];
}

function deliveryLine(
  { channel, attempts, deliveredAt }: ToldNotice['deliveries'][number],
  language: Language,
): string {
  const say = speak(language);
  const sent =
    deliveredAt === null
      ? say(`未発送（${attempts}回試行）`, `not delivered (${attempts} attempts)`)
      : say(
          `${instantWord(deliveredAt, language)} に発送済み`,
          `delivered ${instantWord(deliveredAt, language)}`,
        );
  return say(`経路 ${channel}: ${sent}`, `Channel ${channel}: ${sent}`);
}
