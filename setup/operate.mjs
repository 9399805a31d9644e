// @ts-check
// `npm run backup -- FOLDER`, `npm run restore -- FOLDER`, `npm run move`, `npm run archive` and `npm run renew`: provides what the program needs, then
// runs it.
import './node-version.mjs';

const { join } = await import('node:path');
const { projectFolder } = await import('./program.mjs');
const { runMain } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');
const { buildPrograms } = await import('./build.mjs');
const { runProvided } = await import('./provided-program.mjs');

/** The program, and the word of npm's script where it is one of several that the program does. */
const [room = '', ...word] = process.argv.splice(2, process.argv[2] === 'backup' ? 2 : 1);

await runMain(() => {
  const works = [
    { name: '依存パッケージ / dependencies', run: provideDependencies },
    {
      name: '組み立て / build',
      run: (/** @type {import('./in-order.mjs').Say} */ say) => buildPrograms([`host/${room}/main.ts`], say),
    },
  ];
  return runProvided(works, {
    args: ['--enable-source-maps', join(projectFolder, `dist/host/${room}/main.js`), ...word],
  });
});
