// A part of the drawing that is for the eye alone: what it shows is said by the bars' own names and by the table.
import type { ReactNode } from 'react';

export function Unsaid({ className, children }: { className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus
    <g aria-hidden="true" className={className}>
      {children}
    </g>
  );
}
