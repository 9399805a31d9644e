// A programme's files as YAML text, as its own reader reads it: short parts on one line, as people write them. What anybody said beside
// the values is not kept by the definitions, and stands nowhere.
import { Document, isCollection, isMap, isScalar, type Node, visit } from 'yaml';
import type { SeedDocument } from '../../machines/seed/draft.ts';
import type { SeedFile } from './read-seed.ts';

/** A list or mapping stands on one line where it is no longer than this. */
const WIDE = 100;

export const writtenFolder = (documents: readonly SeedDocument[], head: string): SeedFile[] =>
  documents.map(({ file, value }) => ({ path: file, text: textOf(value, head) }));

function textOf(value: unknown, head: string): string {
  const document = new Document(value, { version: '1.2', aliasDuplicateObjects: false });
  document.commentBefore = head;
  visit(document, {
    Collection: (key, node) => {
      if (key !== null && !isTop(document, node) && JSON.stringify(node).length <= WIDE) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** What stands right under a file's own names, and the parts of its lists, are told apart by lines. */
function isTop(document: Document, node: Node): boolean {
  const { contents } = document;
  if (!isMap(contents)) return false;
  return contents.items.some(
    ({ value }) => value === node && isCollection(node) && node.items.some((item) => !isScalar(item)),
  );
}
