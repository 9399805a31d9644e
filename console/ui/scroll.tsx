// What may be wider than the page: it scrolls by itself, and can be reached by keyboard when it does.
import { type ReactNode, useEffect, useRef, useState } from 'react';

export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    look.observe(element);
    for (const child of element.children) look.observe(child);
    return () => look.disconnect();
  }, []);
  const reachable = scrolls ? { tabIndex: 0, 'aria-label': label } : {};
  return (
    <section ref={box} className="scroll" {...reachable}>
      {children}
    </section>
  );
}
