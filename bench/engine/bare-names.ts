// What names the yardstick in Temporal. Apart from the workflow itself, so that a worker need not load workflow code.
export const bareTaskQueue = 'bench-bare';
export const bareWorkflowType = 'bareWorkflow';
