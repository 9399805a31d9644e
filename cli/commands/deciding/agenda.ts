// What is put on an agenda, as it is written: `juki` for what is under decision there, or `juki=手戻り:fit-gap`, with a title after `：`.
import { readCount } from '../../../machines/values/score.ts';
import type { Decides } from '../../../server/contract/meetings/words.ts';
import { CommandFailure } from '../../failure.ts';

export interface AgendaAsked {
  system: string;
  decides?: Decides;
  title?: string;
}

/** What stands after `:`; null where that says nothing of the kind. */
type Reader = (where: string) => Decides | null;

/** A number of a procurement, and what is decided in it: `1/b`. */
const inProcurement =
  (reads: (rfp: number, what: string) => Decides | null): Reader =>
  (where) => {
    const [number = '', what = '', ...more] = where.split('/');
    const rfp = readCount(number);
    return rfp.status === 'read' && more.length === 0 ? reads(rfp.value, what.trim()) : null;
  };

const tieBy = (how: 'committee' | 'lot'): Reader =>
  inProcurement((rfp, what) => {
    const order = what.split(/[,、]/u).map((one) => one.trim());
    return order.length > 1 ? { kind: 'tie', rfp, order, how } : null;
  });

/** Of a procurement as a whole: `1`. */
const wholly = (kind: 'failure' | 'single' | 'end'): Reader =>
  inProcurement((rfp, what) => (what === '' ? { kind, rfp } : null));

const waiver: Reader = (where) => {
  const [system, milestone, ...rest] = where.split('/');
  return system && milestone && rest.length === 0 ? { kind: 'waiver', system, milestone } : null;
};

const ITEMS: readonly { words: readonly [string, string]; reads: Reader }[] = [
  { words: ['gate', '関門'], reads: (phase) => (phase ? { kind: 'gate', phase } : null) },
  { words: ['go-back', '手戻り'], reads: (to) => (to ? { kind: 'goingBack', to } : null) },
  { words: ['cancel', '中止'], reads: (where) => (where === '' ? { kind: 'cancellation' } : null) },
  { words: ['waive', '待たない'], reads: waiver },
  { words: ['extend', '延長'], reads: (deadline) => (deadline ? { kind: 'extension', deadline } : null) },
  { words: ['tie', '同点'], reads: tieBy('committee') },
  { words: ['lot', 'くじ'], reads: tieBy('lot') },
  {
    words: ['candidate', '候補者'],
    reads: inProcurement((rfp, bidder) => (bidder ? { kind: 'candidate', rfp, bidder } : null)),
  },
  { words: ['failure', '協議不調'], reads: wholly('failure') },
  { words: ['single', '一者'], reads: wholly('single') },
  { words: ['end', '取りやめ'], reads: wholly('end') },
];

export function agendaFrom(written: string, title?: string): AgendaAsked {
  const [system = '', what, ...more] = written.normalize('NFKC').split('=');
  if (system === '' || more.length > 0) throw unread(written);
  const named = title === undefined ? {} : { title };
  if (what === undefined) return { system, ...named };
  const [word = '', where = ''] = what.split(':');
  const decides = ITEMS.find(({ words }) => words.includes(word.trim()))?.reads(where.trim());
  if (!decides) throw unread(written);
  return { system, decides, ...named };
}

const unread = (written: string): CommandFailure =>
  new CommandFailure('wrongUse', {
    ja: `議案「${written}」は読み取れません。システム名だけ（いま審査・申出の中にあるもの）か、juki=関門:rfp、juki=手戻り:fit-gap、juki=中止、juki=待たない:renkei/test-1（見込みのなくなった他システムの到達点）、juki=延長:期限のID、調達手続では juki=同点:1/b,a（第1回の手続の順位。くじなら juki=くじ:1/b,a）、juki=候補者:1/b、juki=協議不調:1、juki=一者:1、juki=取りやめ:1 のように書いてください。`,
    en: `"${written}" is no item of an agenda. Write a system (what is under decision there), or juki=gate:rfp, juki=go-back:fit-gap, juki=cancel, juki=waive:renkei/test-1, juki=extend:<deadline>, and of procurement 1 juki=tie:1/b,a (by lot: juki=lot:1/b,a), juki=candidate:1/b, juki=failure:1, juki=single:1, juki=end:1.`,
  });
