// The guards of a database in the order of their names: as they are written down and compared.
import type { Guard } from '../../ledger/proof/guards/catalogue.ts';

const nameOf = ({ what, of, name }: Guard): string => `${what} ${of} ${name}`;

export const inOrderOfNames = (guards: readonly Guard[]): Guard[] =>
  guards
    .map(({ what, of, name, is }) => ({ what, of, name, is }))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
