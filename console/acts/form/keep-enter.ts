// Enter in a line records nothing: what cannot be taken back wants its own button.
import type { KeyboardEvent } from 'react';

export function keepEnter(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key === 'Enter' && target instanceof HTMLInputElement && target.type !== 'file')
    event.preventDefault();
}
