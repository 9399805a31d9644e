// What holds for the whole page of a system: a file that misses its document does not take the page's place, and what is folded is on paper too.
import { useEffect } from 'react';

export function usePageGuards(): void {
  useEffect(() => {
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    window.addEventListener('beforeprint', unfold);
    window.addEventListener('afterprint', foldAgain);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
      window.removeEventListener('beforeprint', unfold);
      window.removeEventListener('afterprint', foldAgain);
    };
  }, []);
}

/** The browser would open the file in place of the page. */
function keepPage(event: DragEvent): void {
  const field = event.target instanceof Element ? event.target.closest('input, textarea') : null;
  const takesIt = field?.matches('[type=file]') || (field && !event.dataTransfer?.types.includes('Files'));
  if (!takesIt) event.preventDefault();
}

const OPENED = 'data-for-print';

function unfold(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
    folded.open = true;
    folded.setAttribute(OPENED, '');
  }
}

function foldAgain(): void {
  for (const opened of document.querySelectorAll<HTMLDetailsElement>(`main details[${OPENED}]`)) {
    opened.open = false;
    opened.removeAttribute(OPENED);
  }
}
