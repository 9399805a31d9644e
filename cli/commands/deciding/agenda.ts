// What is put on an agenda, as it is written: `juki` for what is under decision there, or `juki=手戻り:fit-gap`, with a title after `：`.
import type { Decides } from '../../../server/contract/meetings/words.ts';
import { CommandFailure } from '../../failure.ts';

export interface AgendaAsked {
  system: string;
  decides?: Decides;
  title?: string;
}

const KINDS: Record<string, Decides['kind']> = {
  gate: 'gate',
  関門: 'gate',
  'go-back': 'goingBack',
  手戻り: 'goingBack',
  cancel: 'cancellation',
  中止: 'cancellation',
  waive: 'waiver',
  待たない: 'waiver',
  extend: 'extension',
  延長: 'extension',
};

export function agendaFrom(written: string, title?: string): AgendaAsked {
  const [system = '', what, ...more] = written.normalize('NFKC').split('=');
  if (system === '' || more.length > 0) throw unread(written);
  const named = title === undefined ? {} : { title };
  if (what === undefined) return { system, ...named };
  const [word = '', where] = what.split(':');
  const kind = KINDS[word.trim()];
  if (kind === 'cancellation' && where === undefined) return { system, decides: { kind }, ...named };
  if (kind === 'gate' && where) return { system, decides: { kind, phase: where }, ...named };
  if (kind === 'goingBack' && where) return { system, decides: { kind, to: where }, ...named };
  if (kind === 'extension' && where) return { system, decides: { kind, deadline: where }, ...named };
  const [other, milestone, ...rest] = (where ?? '').split('/');
  if (kind === 'waiver' && other && milestone && rest.length === 0)
    return { system, decides: { kind, system: other, milestone }, ...named };
  throw unread(written);
}

const unread = (written: string): CommandFailure =>
  new CommandFailure('wrongUse', {
    ja: `議案「${written}」は読み取れません。システム名だけ（いま審査・申出の中にあるもの）か、juki=関門:rfp、juki=手戻り:fit-gap、juki=中止、juki=待たない:renkei/test-1（見込みのなくなった他システムの到達点）、juki=延長:期限のID のように書いてください。`,
    en: `"${written}" is no item of an agenda. Write a system (what is under decision there), or juki=gate:rfp, juki=go-back:fit-gap, juki=cancel, juki=waive:renkei/test-1, juki=extend:<deadline>.`,
  });
