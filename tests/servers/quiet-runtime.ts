// Temporal's runtime is one for a process, and must be set before anything makes one: whoever makes workers imports this.
import { DefaultLogger, Runtime } from '@temporalio/worker';

Runtime.install({ logger: new DefaultLogger('ERROR') });
