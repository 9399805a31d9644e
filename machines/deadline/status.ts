// How a deadline stands: open, met, or with no date yet.

/** Of a deadline whose date is set and which is neither met nor gone. */
export const openStatuses = ['pending', 'missed'] as const;

export const isOpen = ({ status }: { status: string }): boolean =>
  openStatuses.some((open) => open === status);

export const isMet = ({ status }: { status: string }): boolean => status === 'met' || status === 'metLate';
