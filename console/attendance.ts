// Whether somebody is at the page. A page that asks again by itself is no sign of it: only what a person does is.

/** So long after the last key, press or turn of the wheel somebody is there: longer than a page waits between two questions. */
const ATTENDED_MS = 60_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

export function createAttendance(nowMs: () => number = () => Date.now()) {
  // Whoever opens a page is there.
  let lastMs = nowMs();
  const touch = () => {
    lastMs = nowMs();
  };
  return {
    watch: (page: EventTarget) => {
      for (const sign of SIGNS) page.addEventListener(sign, touch, { capture: true, passive: true });
    },
    isAttended: () => nowMs() - lastMs < ATTENDED_MS,
  };
}

export const attendance = createAttendance();
