// The words of meetings: forms, motions, voices, outcomes, and what an item is about.
import type { Form, Voice } from '../../machines/decision/ballot.ts';
import type { Decides, Outcome, Resolution } from '../../machines/decision/resolution.ts';
import type { Text } from '../../machines/definition/definition.ts';
import type { MeetingStatus, Motion } from '../../machines/programme/meetings/meeting.ts';
import { deputyKindText } from '../deputy-texts.ts';
import { dayText, listed, type Names } from '../names.ts';
import { tieRuleText } from '../rfp/words.ts';

export const formText: Record<Form, Text> = {
  inPerson: { ja: '会議', en: 'in person' },
  circulation: { ja: '書面開催', en: 'by circulation' },
};

export const statusText: Record<MeetingStatus, Text> = {
  open: { ja: '開催前・開催中', en: 'open' },
  closed: { ja: '閉会', en: 'closed' },
  calledOff: { ja: '中止', en: 'called off' },
};

export const motionText: Record<Motion, Text> = {
  approve: { ja: '承認する', en: 'to approve' },
  return: { ja: '差し戻す', en: 'to return' },
  carryOver: { ja: '継続審議とする', en: 'to carry over' },
};

/** The same as a noun, as it is chosen. */
export const motionName: Record<Motion, Text> = {
  approve: { ja: '承認', en: 'approve' },
  return: { ja: '差戻し', en: 'return' },
  carryOver: { ja: '継続審議', en: 'carry-over' },
};

export const voiceText: Record<Voice, Text> = {
  for: { ja: '賛成', en: 'for' },
  against: { ja: '反対', en: 'against' },
  abstain: { ja: '棄権', en: 'abstaining' },
};

export const outcomeText: Record<Outcome, Text> = {
  approved: { ja: '承認', en: 'approved' },
  returned: { ja: '差戻し', en: 'returned' },
  rejected: { ja: '否決', en: 'not carried' },
  carriedOver: { ja: '継続審議', en: 'carried over' },
};

/** A bidder goes by the id of the record where no name may be told. */
type ItemNames = Pick<Names, 'phase' | 'system' | 'deadline' | 'bidder'>;

/** A tie before anybody has said in which order. */
export function equalsText(
  { rfp, order }: Extract<Decides, { kind: 'tie' }>,
  { bidder }: Pick<Names, 'bidder'>,
): Text {
  const names = order.map((id) => bidder(rfp, id));
  return {
    ja: `第${rfp}回の調達手続の同点（${names.join('・')}）の順位`,
    en: `the order of a tie in procurement ${rfp}: ${names.join(', ')}`,
  };
}

export function decidesText(decides: Decides, names: ItemNames): Text {
  switch (decides.kind) {
    case 'gate': {
      const phase = names.phase(decides.phase);
      return { ja: `「${phase.ja}」の関門`, en: `the gate of "${phase.en}"` };
    }
    case 'goingBack': {
      const to = names.phase(decides.to);
      return { ja: `「${to.ja}」への手戻り`, en: `going back to "${to.en}"` };
    }
    case 'cancellation':
      return { ja: '移行の中止', en: 'cancelling the migration' };
    case 'waiver': {
      const system = names.system(decides.system);
      return {
        ja: `${system.ja}の「${decides.milestone}」を待たずに進めること`,
        en: `going on without "${decides.milestone}" of ${system.en}`,
      };
    }
    case 'extension': {
      const deadline = names.deadline(decides.deadline);
      return { ja: `「${deadline.ja}」の期限延長`, en: `the extension of "${deadline.en}"` };
    }
    case 'tie': {
      const how = tieRuleText[decides.how];
      const order = decides.order.map((id) => names.bidder(decides.rfp, id)).join('、');
      return {
        ja: `第${decides.rfp}回の調達手続の同点の順位（${how.ja}: ${order}）`,
        en: `the order of a tie in procurement ${decides.rfp} (${how.en}: ${order})`,
      };
    }
    case 'candidate': {
      const candidate = names.bidder(decides.rfp, decides.bidder);
      return {
        ja: `第${decides.rfp}回の調達手続の候補者を ${candidate} とすること`,
        en: `${candidate} as the candidate of procurement ${decides.rfp}`,
      };
    }
    case 'failure':
      return {
        ja: `第${decides.rfp}回の調達手続の協議不調`,
        en: `the failed negotiation of procurement ${decides.rfp}`,
      };
    case 'single':
      return {
        ja: `第${decides.rfp}回の調達手続を一者のまま続けること`,
        en: `going on with a single bidder in procurement ${decides.rfp}`,
      };
    case 'end':
      return {
        ja: `第${decides.rfp}回の調達手続の取りやめ`,
        en: `ending procurement ${decides.rfp} without a candidate`,
      };
  }
}

const counted = ({ present }: Pick<Resolution, 'present'>, wanted: Voice): number =>
  present.filter(({ voice }) => voice === wanted).length;

/** In whose stead, and whether in the holder's name. */
const standsFor =
  (language: keyof Text, { person }: Pick<Names, 'person'>) =>
  ({ name, deputy }: Resolution['present'][number]): string => {
    const kind = deputy ? deputyKindText[deputy.kind][language] : '';
    const vacant = language === 'ja' ? '欠員' : 'a vacant seat';
    const holder = deputy?.holder ? person(deputy.holder) : vacant;
    return language === 'ja' ? `${name}: ${holder}に代わる・${kind}` : `${name} for ${holder}, ${kind}`;
  };

/** In writing whoever presides answers too; by most rules that is no vote but says what a tie comes to. */
function chairsAnswer({ form, present, presider }: Resolution): Text {
  const voice = present.find(({ account }) => account === presider)?.voice;
  if (form !== 'circulation' || voice === undefined) return { ja: '', en: '' };
  return { ja: `（うち議長は${voiceText[voice].ja}）`, en: ` (of these the chair ${voiceText[voice].en})` };
}

/** `出席5名、賛成3・反対1・棄権0、除斥1名（…）` */
export function votesText(said: Resolution, called: Pick<Names, 'person'>): Text {
  const { present, away, recused, casting, minutes } = said;
  const chair = chairsAnswer(said);
  const [pro, against, abstain] = [counted(said, 'for'), counted(said, 'against'), counted(said, 'abstain')];
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join('、');
  const stood = present.filter(({ deputy }) => deputy !== undefined);
  const parts: (Text | null)[] = [
    {
      ja: `出席${present.length}名（${names(present)}）`,
      en: `${present.length} present (${names(present)})`,
    },
    {
      ja: `賛成${pro}・反対${against}・棄権${abstain}${chair.ja}`,
      en: `${pro} for, ${against} against, ${abstain} abstaining${chair.en}`,
    },
    casting
      ? {
          ja: `可否同数につき議長が${voiceText[casting].ja}と決定`,
          en: `a tie, decided ${casting} by the chair`,
        }
      : null,
    recused.length > 0
      ? {
          ja: `除斥${recused.length}名（${names(recused)}）`,
          en: `${recused.length} recused (${names(recused)})`,
        }
      : null,
    away.length > 0
      ? { ja: `欠席${away.length}名（${names(away)}）`, en: `${away.length} away (${names(away)})` }
      : null,
    stood.length > 0
      ? {
          ja: `代理出席（${stood.map(standsFor('ja', called)).join('、')}）`,
          en: `as deputies: ${stood.map(standsFor('en', called)).join(', ')}`,
        }
      : null,
    minutes ? { ja: `議事録 ${minutes.documentNo}`, en: `minutes ${minutes.documentNo}` } : null,
  ];
  const there = parts.filter((part) => part !== null);
  return { ja: there.map(({ ja }) => ja).join('、'), en: there.map(({ en }) => en).join('; ') };
}

/** Which meeting: `標準化推進委員会（令和7年5月12日、会議）第3号の議案2`. */
export function whichText({ meeting, item, body, form, on }: Resolution, names: Pick<Names, 'post'>): Text {
  const [label, day] = [names.post(body), dayText(on)];
  return {
    ja: `${label.ja}（${day.ja}、${formText[form].ja}、会議${meeting}の議案${item}）`,
    en: `${label.en} (${day.en}, ${formText[form].en}, item ${item} of meeting ${meeting})`,
  };
}

export const numbers = (items: readonly number[]): Text =>
  listed(items.map((item) => ({ ja: `${item}`, en: `${item}` })));
