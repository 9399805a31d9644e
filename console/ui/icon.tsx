// The few signs that stand beside words, never in place of them.
const drawings = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  dot: 'M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.3a1.7 1.7 0 100 3.4 1.7 1.7 0 000-3.4z',
  back: 'M6.5 4L3 7.5 6.5 11M3.5 7.5H10a3 3 0 010 6H8',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  alert: 'M8 2.2L14.6 13.5H1.4zM8 6.5v3.2M8 11.5v.4',
  clock: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.6V8l2.4 1.6',
  inbox: 'M2 9l2-6h8l2 6v4.5H2zM2 9h3.5l1 2h3l1-2H14',
  person: 'M8 2.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6zM2.5 14c.5-3 2.6-4.4 5.500-4.400S13 11 13.500 14',
  gate: 'M1.5 5.2h13M4 2.5V14M12 2.5V14',
  seal: 'M3 3h10v10H3zM6 6h4v4H6z',
  right: 'M6 3.500l4.500 4.500L6 12.500',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={drawings[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
