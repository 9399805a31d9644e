// A made .xlsx without a trace of when it was made: the same data gives the same bytes.
import { unzipSync, zipSync } from 'fflate';

/** The first instant that a ZIP can name, in the local time that it is written in. */
const NO_TIME = new Date(1980, 0, 1);

/** By the path within it. */
export type Files = Record<string, Uint8Array>;

/** @param edited what is to be changed in it on the way */
export const timeless = (made: Uint8Array, edited = (files: Files): Files => files): Uint8Array =>
  new Uint8Array(zipSync(edited(unzipSync(made)), { mtime: NO_TIME }));
