// Two documents, or lists of them, held against each other: which is called otherwise in what, and which is on one side alone.
import type { Text } from '../../machines/definition/definition.ts';
import type { Evidence } from '../../machines/migration/gate/papers.ts';
import { dayText, type Names } from '../names.ts';

/** What a kind of document is called. */
type Documents = Pick<Names, 'document'>;

interface Difference {
  field: Text;
  /** Null where the document is on the other side alone. */
  wrong: Text | null;
  right: Text | null;
}

const members: Record<keyof Evidence, { called: Text; said: (value: string, names: Documents) => Text }> = {
  kind: { called: { ja: '文書の種類', en: 'kind' }, said: (kind, names) => names.document(kind) },
  title: { called: { ja: '文書名', en: 'title' }, said: asWritten },
  sha256: { called: { ja: 'SHA-256', en: 'SHA-256' }, said: asWritten },
  documentNo: { called: { ja: '文書番号', en: 'number' }, said: asWritten },
  decidedOn: { called: { ja: '決裁日', en: 'day of its decision' }, said: dayText },
};

function asWritten(value: string): Text {
  return { ja: value, en: value };
}

/** Document by document, in their order. */
export function differingPapers(
  [was, should]: readonly [readonly Evidence[], readonly Evidence[]],
  names: Documents,
): Difference[] {
  const places = Array.from({ length: Math.max(was.length, should.length) }, (_, place) => place);
  return places.flatMap((place): Difference[] => {
    const [one, other] = [was[place], should[place]];
    const title = (one ?? other)?.title ?? '';
    if (!one || !other) {
      const [wrong, right] = [one, other].map((paper) => (paper ? numbered(paper) : null));
      return [{ field: { ja: '証拠文書', en: 'document' }, wrong: wrong ?? null, right: right ?? null }];
    }
    return (Object.keys(members) as (keyof Evidence)[]).flatMap((member): Difference[] => {
      if (one[member] === other[member]) return [];
      const { called, said } = members[member];
      return [
        {
          field: { ja: `証拠文書「${title}」の${called.ja}`, en: `${called.en} of the document “${title}”` },
          wrong: said(one[member], names),
          right: said(other[member], names),
        },
      ];
    });
  });
}

const numbered = ({ title, documentNo }: Evidence): Text => ({
  ja: `${title}（${documentNo}）`,
  en: `${title} (${documentNo})`,
});
