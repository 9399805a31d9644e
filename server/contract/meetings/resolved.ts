// The acts by which migrations take what a meeting resolved: apart from the words, which the console reads too.
export { RESOLVED } from '../../../machines/migration/resolution/kinds.ts';
