// The parts of an address by which another page leads to the form of a change. Apart from the forms: the routes know them at the first load.
export const askedParts = ['change', 'on', 'closed', 'id', 'phase', 'body', 'system'] as const;
export type Asked = { [part in (typeof askedParts)[number]]?: string };
