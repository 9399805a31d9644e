// The posts that the reader holds for one system of a programme: those of the whole programme and its own.
import type { Me } from '../../server/contract/programmes.ts';

export const heldFor = ({ posts }: Me, code: string, of: string): Me['posts'] =>
  posts.filter(({ programme, system }) => programme === code && (system === null || system === of));
