// A JSON text that says something twice under one name: the last would win, and nobody would see the other.
import { expect, it } from 'vitest';
import { keyTwice } from '../../../machines/values/key-twice.ts';

it('a name that stands twice in one object is found, however it is written; the same in another object is none', () => {
  expect(keyTwice('{"heads": [{"seq": 1}, {"seq": 2}], "seq": 3}')).toBeNull();
  expect(keyTwice('{"heads": [{"seq": 1, "hash": "a", "seq": 2}]}')).toBe('seq');
  expect(keyTwice('{"he\\u0061ds": [], "heads": []}')).toBe('heads');
  expect(keyTwice('{"a": "\\"seq\\": {", "b": "a"}')).toBeNull();
  expect(keyTwice('{"seq": 1}\n{"seq": 2}\n')).toBeNull();
});
