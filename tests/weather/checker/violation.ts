// What is wrong, and where: one line for people, with the request id where there is one.

export interface Violation {
  rule: string;
  chain: string;
  requestId: string;
  what: string;
}

export const violation = (rule: string, chain: string, requestId: string, what: string): Violation => ({
  rule,
  chain,
  requestId,
  what,
});
