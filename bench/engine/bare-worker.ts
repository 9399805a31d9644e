// The yardstick's worker, a process like ours: polls for the bare workflow alone, with our worker's settings.
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { readEnvironment, temporalConnection } from '../../host/process/environment.ts';
import { exitWithParent } from '../../host/process/parent.ts';
import { packageFolder } from '../../ledger/package-folder.ts';
import { bareTaskQueue } from './bare-names.ts';

Runtime.install({ logger: new DefaultLogger('WARN') });
const environment = readEnvironment(process.env);
const connection = await NativeConnection.connect(temporalConnection(environment));
const workflowsPath = join(packageFolder(), 'bench/engine/bare-workflow.ts');
const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
const worker = await Worker.create({
  connection,
  namespace: environment.temporal.namespace,
  taskQueue: bareTaskQueue,
  workflowBundle,
  maxCachedWorkflows: 300,
});
const running = worker.run();
exitWithParent(async () => {
  worker.shutdown();
  await running;
  await connection.close();
});
