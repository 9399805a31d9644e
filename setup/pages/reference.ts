// `npm run reference`: writes the list of all fields into the page on writing a programme, from the schemas.
import { readFileSync, writeFileSync } from 'node:fs';
import { withReference } from '../../texts/reference/page.ts';

const file = new URL('../../docs/writing-a-programme.md', import.meta.url);
const before = readFileSync(file, 'utf8');
const after = withReference(before);
if (after === null) throw new Error('docs/writing-a-programme.md has no place for the reference');
if (after !== before) writeFileSync(file, after);
console.log(after === before ? '変更なし / unchanged' : '項目一覧を書きました / reference written');
