// @ts-check
// `npm test`: provides all that tests need, runs them, and closes with the count from the runner's own report.
// Further arguments go to vitest.
import './node-version.mjs';

const { runMain, runInOrder, sayAloud } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');
const { buildAll } = await import('./build.mjs');
const { provideTemporal } = await import('./temporal-program.mjs');
const { provideTimeSkippingServer } = await import('./time-skipping-server.mjs');
const { provideChromium } = await import('./chromium.mjs');
const { closingLine, runVitest } = await import('./test-run.mjs');

await runMain(async () => {
  await runInOrder([
    { name: '依存パッケージ / dependencies', run: provideDependencies },
    { name: '組み立て / build', run: buildAll },
    { name: 'Temporal', run: async (say) => (await provideTemporal(say)).how },
    { name: '時間を飛ばすサーバー / time-skipping server', run: provideTimeSkippingServer },
    { name: 'Chromium', run: provideChromium },
  ]);
  const result = await runVitest(process.argv.slice(2));
  for (const trouble of result.troubles) sayAloud(`✘ ${trouble}`);
  process.exitCode = result.ok ? 0 : 1;
  sayAloud(closingLine(result));
});
