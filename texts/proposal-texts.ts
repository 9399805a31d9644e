// Why something cannot be proposed in place of what is in force.
import type { Text } from '../machines/definition/definition.ts';
import type { MovedWhy } from '../machines/migration/adoption/preview.ts';
import type {
  ChangeProblem,
  ChangeProblemFacts,
  NamedByChange,
} from '../machines/programme/amendment/changing.ts';
import type { ProposalProblem, ProposalProblemFacts } from '../machines/programme/amendment/proposal.ts';
import { type Called, type CalledKind, calledKinds, nothingCalled } from './amending/called.ts';
import { placeText } from './amending/difference-texts.ts';
import { writtenDay } from './amending/value-texts.ts';
import { dayText, listed } from './names.ts';

type Facts = ProposalProblemFacts & ChangeProblemFacts;
type Sentences = { [C in keyof Facts]: (facts: Facts[C], called: Called) => Text };

/** What a reader knows it by; the id beside it where it is to be written into a file. */
const nameOf = (called: Called, kind: CalledKind, id: string): Text =>
  called(kind, id) ?? { ja: `「${id}」`, en: `"${id}"` };
const both = (called: Called, kind: CalledKind, id: string): Text => {
  const name = called(kind, id);
  return name ? { ja: `${name.ja}（${id}）`, en: `${name.en} (${id})` } : { ja: id, en: id };
};
const all = (called: Called, kind: CalledKind, ids: readonly string[]): Text =>
  listed(ids.map((id) => both(called, kind, id)));

/** An id stays for ever: what is shown is what is renamed. */
const renamedText = (like: readonly string[]): Text =>
  like.length === 0
    ? { ja: '', en: '' }
    : {
        ja: `${like.join('、')} と呼び改めるだけなら、id はそのままで name を改めます（sekimori amend label system）。`,
        en: `If it is only to be called otherwise (${like.join(', ')}), the id stays and its name changes (sekimori amend label system). `,
      };

const fixedFields: Record<string, Text> = {
  code: { ja: '団体コード', en: 'the municipality code' },
  rehearsal: { ja: '演習かどうか', en: 'whether it is a rehearsal' },
  startAt: { ja: '開始の時刻', en: 'when it starts' },
};

/** Of whether it is a rehearsal. */
const kept: Record<string, Text> = {
  true: { ja: '演習', en: 'a rehearsal' },
  false: { ja: '実運用', en: 'a real programme' },
};

const sentences: Sentences = {
  'version.notRaised': ({ inForce, wanted }) => ({
    ja: `版が上がっていません（今は第${inForce}版、指定は第${wanted}版）。programme.yaml の version を ${inForce + 1} にしてください。`,
    en: `The version is not raised (version ${inForce} is in force, ${wanted} was given). Write version: ${inForce + 1} in programme.yaml.`,
  }),
  'path.sameVersion': ({ path, version }, called) => ({
    ja: `工程「${both(called, 'path', path).ja}」の内容が第${version}版と違うのに、版が同じです。その version を ${version + 1} にしてください。`,
    en: `The path "${both(called, 'path', path).en}" differs from its version ${version} and has the same version. Write version: ${version + 1} there.`,
  }),
  'calendar.sameVersion': ({ calendar, version }) => ({
    ja: `暦「${calendar}」の内容が違うのに、版（${version}）が同じです。calendar.yaml の version を改めてください。`,
    en: `The calendar "${calendar}" is another and has the same version (${version}). Give calendar.yaml another version.`,
  }),
  'programme.fixed': ({ field, was }) => ({
    ja: `${fixedFields[field]?.ja ?? field}は改定できません（今は${kept[was]?.ja ?? was}）。`,
    en: `${fixedFields[field]?.en ?? field} cannot be amended (it is ${kept[was]?.en ?? was}).`,
  }),
  'system.gone': ({ system, like }, called) => ({
    ja: `システム「${both(called, 'system', system).ja}」がありません。記録のあるシステムは、書かないことでも、id を変えることでもなくなりません。systems.yaml に残してください。${renamedText(like).ja}対象外や廃止とするには retired を書きます（sekimori amend retire ${system}）。`,
    en: `The system "${both(called, 'system', system).en}" is left out. One that has a record goes neither by being left out nor by another id: keep it in systems.yaml. ${renamedText(like).en}To retire it write retired there (sekimori amend retire ${system}).`,
  }),
  'system.awaited': ({ system, milestones, by }, called) => ({
    ja: `システム「${both(called, 'system', system).ja}」の節目（${milestones.join('、')}）を、${all(called, 'system', by).ja} が待っています。待たないようにする（関門の条件や awaits から外す）か、--release を付けてください。`,
    en: `${all(called, 'system', by).en} wait for ${milestones.join(', ')} of "${both(called, 'system', system).en}", which would not come. Take it out of their gates (conditions, awaits), or add --release.`,
  }),
  'business.uncovered': ({ business }) => ({
    ja: `業務「${business}」を担うシステムがなくなります。ほかのシステムに担わせるか、団体として対象外とするなら、その理由を付けて対象外としてください（--as notApplicable、フォルダでは programme.yaml の applies: false）。`,
    en: `No system would do ${business} any more. Let another do it; or where the municipality does not have it, retire the system as notApplicable (in a folder: applies: false in programme.yaml).`,
  }),
  'heir.unknown': ({ system, heir }) => ({
    ja: `「${system}」を「${heir}」が引き継ぐことが、両方に書かれていません。「${system}」の retired の heirs と、引き継ぐシステムの continues の from の両方に書いてください。分割・統合したシステムは、引き継いだシステムがある間は元に戻せません。`,
    en: `That "${heir}" goes on with "${system}" is not said on both sides: write it in heirs (retired, of "${system}") and in from (continues, of whoever goes on). One that was split or merged is not taken back while another goes on with it.`,
  }),
  'heir.underWay': ({ system, heir }) => ({
    ja: `「${system}」を引き継ぐ「${heir}」は、既に移行を始めています。新しい id のシステムに引き継いでください。既にあるシステムが引き継げるのは、統合（merged）で一つだけのときです。`,
    en: `"${heir}", which would go on with "${system}", walks already. Give it a new id; only of a merger may the one heir be a system that is there.`,
  }),
  'heir.ownWay': ({ heir, phase }, called) => {
    const [who, where] = [both(called, 'system', heir), nameOf(called, 'phase', phase)];
    return {
      ja: `「${who.ja}」は今の工程を続けます。始まる工程（${where.ja}）は指定できません。指定できるのは、新しく始まるシステムだけです。`,
      en: `"${who.en}" goes on in its own phase: where it begins (${where.en}) is said only of a system that is new.`,
    };
  },
  'heir.leaves': ({ system, businesses }) => ({
    ja: `「${system}」の業務（${businesses.join('、')}）を引き継ぐシステムがありません。`,
    en: `Nobody goes on with ${businesses.join(', ')} of "${system}".`,
  }),
  'heir.twice': ({ business, systems }) => ({
    ja: `業務「${business}」を ${systems.join('、')} が重ねて担います。分けるなら、それぞれの範囲を書いてください（業務:範囲、フォルダでは parts）。`,
    en: `${business} would be carried by ${systems.join(', ')} at once. Where it is divided, say which part each takes (BUSINESS:PART; in a folder: parts).`,
  }),
  'heir.unplaced': ({ system, heir, phases }) => ({
    ja: `「${system}」を引き継ぐ「${heir}」の工程表に、工程 ${phases.join('、')} に代わる工程が示されていません。代わりになる工程に replaces を書いてください。`,
    en: `On the path of "${heir}", which goes on with "${system}", nothing stands for ${phases.join(', ')}. Write replaces in the phase that does.`,
  }),
  'heir.notWalking': ({ system }) => ({
    ja: `「${system}」は、今の計画で移行を進めているシステムではありません。分割・統合できるのは、既にあって、終わっていないシステムだけです。同じ改定で加えるシステムを分割・統合するなら、加える改定と分けてください。`,
    en: `"${system}" does not walk in what is in force. Only a system that is there and has not ended is split or merged; one that comes with this edition is so by another.`,
  }),
  'heir.fixed': ({ system }) => ({
    ja: `「${system}」の分割・統合は既に適用されています。引き継いだシステム（heirs）、引き継ぐ元（continues の from）、選定と契約の引継ぎ先（figures）は、後から変えられません。`,
    en: `That "${system}" was split or merged is adopted: who goes on with whom (heirs, from) and who has the figures is not said otherwise afterwards.`,
  }),
  'heir.figures': ({ system, heir }) => ({
    ja: `「${system}」の選定と契約を「${heir}」に引き継げません。引き継げるのは新しく始まるシステムだけで、一つのシステムが引き継げるのは一組だけです。figures を書かなければ、選定と契約は「${system}」に残り、そこで数えます。`,
    en: `The selection and the contract of "${system}" cannot go to "${heir}": they go to a system that begins, and to each one pair at most. Left out, they stay with "${system}" and are counted there.`,
  }),
  'path.noCounterpart': ({ system, path, phases }, called) => ({
    ja: `システム「${both(called, 'system', system).ja}」の工程（${both(called, 'path', path).ja}）で、なくなる工程 ${all(called, 'phase', phases).ja} に代わる工程が示されていません。代わりになる工程を示してください（システムを移すときは、一つずつ --instead 今の工程=代わりの工程。フォルダでは、代わりになる工程に replaces: [${phases.join(', ')}]）。`,
    en: `On the path ${both(called, 'path', path).en} of "${both(called, 'system', system).en}", nothing stands for ${all(called, 'phase', phases).en}, which would be gone. Say for each what does (--instead PHASE=PHASE where a system is moved; in a folder: replaces: [${phases.join(', ')}] in the phase that stands for them).`,
  }),
  'quorum.beyond': ({ body, members, quorum }, called) => {
    const { ja, en } = nameOf(called, 'body', body);
    return {
      ja: `改定の承認には${quorum}名が要りますが、${ja}などの委員・職員は${members}名です。`,
      en: `An amendment needs ${quorum} approvals, and ${en} has ${members} members.`,
    };
  },
  'amend.termed': ({ may, bodies }, called) => {
    const { ja, en } = listed(bodies.map((body) => nameOf(called, 'body', body)));
    return {
      ja: `任期（${ja}）が終わると、改定を${may === 'propose' ? '提案' : '承認'}できる者が足りなくなり、任期を改めることもできません。任期のない職・会議体を amend の ${may} に加えてください。`,
      en: `Once the terms of ${en} are over, too few could ${may} an amendment, not even one of the terms. Add a body without a term to ${may} under amend.`,
    };
  },
  nothing: () => ({
    ja: '今の計画と同じです。改めるところがありません。',
    en: 'It is what is in force: nothing would change.',
  }),
  'change.unknown': ({ what, id, known }, called) => {
    const { ja, en } = listed(known.slice(0, 20).map((one) => knownText(called, what, one)));
    return {
      ja: `「${id}」という${kinds[what].ja}はありません（${ja}）。`,
      en: `There is no ${kinds[what].en} "${id}" (${en}).`,
    };
  },
  'change.notFixed': ({ deadline }, called) => {
    const { ja, en } = both(called, 'deadline', deadline);
    return {
      ja: `期限「${ja}」の日付は規則から数えられます。日付だけを変えることはできません。フォルダ（deadlines.yaml）で規則を改めてください。`,
      en: `The day of "${en}" is counted by a rule. Amend the rule in the folder (deadlines.yaml).`,
    };
  },
  'change.already': ({ what }, called) => {
    const { ja, en } = writtenDay(what) ?? both(called, 'system', what);
    return { ja: `${ja}は、今もそのとおりです。`, en: `${en} is so already.` };
  },
  'change.proposed': ({ on, closed, amendment }) => ({
    ja: `${dayText(on).ja}を${closed ? '閉庁日' : '開庁日'}とすることは、改定 ${amendment} で既に提案されています。その承認を待つか、取り下げてから提案してください。`,
    en: `That ${dayText(on).en} is ${closed ? 'closed' : 'open'} is proposed already, in amendment ${amendment}. Wait for it, or have it withdrawn first.`,
  }),
  'change.reversed': ({ startOn, endOn }) => {
    const [start, end] = [dayText(startOn), dayText(endOn)];
    return {
      ja: `終わり（${end.ja}）が始まり（${start.ja}）より前です。`,
      en: `It ends (${end.en}) before it begins (${start.en}).`,
    };
  },
  'change.manyPaths': ({ wave, paths }, called) => {
    const [of, which] = [both(called, 'wave', wave), all(called, 'path', paths)];
    return {
      ja: `期「${of.ja}」のシステムの工程・期限・予定は一つに決まりません。--path で工程を選ぶか（${which.ja}）、フォルダで改めてください。`,
      en: `The systems of "${of.en}" have no path, deadlines and plan that most of them share. Choose the path with --path (${which.en}), or amend the folder.`,
    };
  },
  'change.nothingSaid': ({ system }, called) => {
    const { ja, en } = both(called, 'system', system);
    return {
      ja: `システム「${ja}」をどこに移すかを、--wave か --path で指定してください。`,
      en: `Say where "${en}" is moved to: --wave or --path.`,
    };
  },
  'change.mergesOne': ({ system }, called) => {
    const { ja, en } = both(called, 'system', system);
    return {
      ja: `統合するシステムが「${ja}」だけです。二つ以上を指定してください。`,
      en: `Only "${en}" would be merged. Name two systems or more.`,
    };
  },
  'change.heirThere': ({ system }, called) => {
    const { ja, en } = both(called, 'system', system);
    return {
      ja: `「${ja}」というシステムは既にあります。新しいシステムには、まだ使われていない id を付けてください。`,
      en: `There is a system "${en}" already. Give what is new an id that nobody has.`,
    };
  },
  'change.heirTwice': ({ system }) => ({
    ja: `新しいシステムの二つに同じ id「${system}」が付いています。それぞれ別の id にしてください。`,
    en: `Two of the new systems have the same id "${system}". Give each one of its own.`,
  }),
  'change.bodyThere': ({ body }, called) => {
    const { ja, en } = both(called, 'body', body);
    return {
      ja: `会議体・職「${ja}」は既にあります。別の id を付けてください。`,
      en: `There is a body "${en}" already. Give it another id.`,
    };
  },
  'change.carried': ({ business, systems }, called) => {
    const { ja, en } = all(called, 'system', systems);
    return {
      ja: `業務「${business}」は ${ja} が担っています。一部を分けるときは、両方の範囲を書いてください。担っているシステムを分けるなら「分割」を使います。`,
      en: `${business} is carried by ${en}. Where part of it goes to another, say which part each takes; to divide the system that carries it, split it.`,
    };
  },
  'change.conflict': ({ places }, called) => ({
    ja: `もとの提案の後に、同じところが別の改定で変わりました（${placesWord(places, called, 'ja')}）。その改定のフォルダを取り出して、直してから提案してください。`,
    en: `Since it was proposed the same places have been changed otherwise (${placesWord(places, called, 'en')}). Take out the folder of that amendment, put it right, and propose that.`,
  }),
  'change.notEnded': ({ amendment }) => ({
    ja: `改定 ${amendment} は、まだ待っているか、適用されています。もう一度出せるのは、差し戻し・取下げ・失効した改定です。`,
    en: `Amendment ${amendment} waits still or is adopted: one that was returned, withdrawn or overtaken is taken up again.`,
  }),
  'change.beyond': ({ body, members, quorum }, called) => {
    const { ja, en } = nameOf(called, 'body', body);
    return {
      ja: `${ja}は${members}名です。定足数 ${quorum} は満たせません。`,
      en: `${en} has ${members} members: a quorum of ${quorum} can never be met.`,
    };
  },
};

/** Of a gate's approval phase and body stand together. */
function knownText(called: Called, what: string, id: string): Text {
  const [phase = '', body] = id.split(' ');
  if (what === 'quorum' && body !== undefined)
    return listed([both(called, 'phase', phase), both(called, 'body', body)]);
  const kind = calledKinds.find((one) => one === what);
  return kind ? both(called, kind, id) : { ja: id, en: id };
}

const kinds: Record<NamedByChange, Text> = {
  phase: { ja: '工程', en: 'phase' },
  body: { ja: '会議体・職', en: 'body' },
  deadline: { ja: '期限', en: 'deadline' },
  system: { ja: 'システム', en: 'system' },
  heir: { ja: '引継ぎ先のシステム', en: 'system that goes on with others' },
  business: { ja: '業務', en: 'business' },
  wave: { ja: '期', en: 'wave' },
  path: { ja: '工程表', en: 'path' },
  programme: { ja: '団体', en: 'programme' },
  quorum: { ja: '関門の承認（工程と会議体）', en: 'approval of a gate (phase and body)' },
};

export function proposalProblemText(
  { code, facts }: ProposalProblem | ChangeProblem,
  called: Called = nothingCalled,
): Text {
  // TypeScript cannot see that a code and its facts belong together once both are unions.
  return (sentences[code] as (given: typeof facts, by: Called) => Text)(facts, called);
}

export const movedWhyText: Record<MovedWhy, Text> = {
  rule: { ja: '期限の定めが変わるため', en: 'its rule is another' },
  calendar: { ja: '閉庁日が変わるため', en: 'the closed days are others' },
  plan: { ja: '計画の日程が変わるため', en: 'the plan is another' },
  position: { ja: '工程の進み方が変わるため', en: 'what it is counted from is another' },
  ending: { ja: '移行が終わるため', en: 'its migration ends' },
};

/** So many places are named. */
const NAMED = 5;

/** What is so of several systems is said once. */
function placesWord(places: readonly string[], called: Called, language: 'ja' | 'en'): string {
  const ways = places.map((place) => place.split(' › '));
  const told = (way: readonly string[]) => placeText('programme', way, called)[language];
  const bare = ways.map((way) => told(way[0] === 'migrations' ? way.slice(2) : way));
  const words = ways.map((way, index) => {
    const isShared = bare.filter((one) => one === bare[index]).length > 1;
    return isShared || way[0] !== 'migrations' ? (bare[index] ?? '') : told(way.slice(1));
  });
  return [...new Set(words)].slice(0, NAMED).join(language === 'ja' ? '、' : ', ');
}
