/** One meaning each, and always beside words. 24 grid, strokes in the colour of the text. */
const shapes = {
  arrow: 'M4 12h15M13 6l6 6-6 6',
  back: 'M15 5l-7 7 7 7',
  bank: 'M3.5 9.5L12 4l8.5 5.5zM5.5 10v7.5M10 10v7.5M14 10v7.5M18.5 10v7.5M3.5 20h17',
  camera:
    'M4 8.5a1.5 1.5 0 011.5-1.5H8l1.5-2.5h5L16 7h2.5a1.5 1.5 0 011.5 1.5v9a1.5 1.5 0 01-1.5 1.5h-13A1.5 1.5 0 014 17.5zM12 9.5a3.5 3.5 0 110 7 3.5 3.5 0 010-7',
  card: 'M3 7.5a2 2 0 012-2h14a2 2 0 012 2v9a2 2 0 01-2 2H5a2 2 0 01-2-2zM3 10h18M7 15h3',
  clock: 'M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17M12 7v5l3.5 2',
  copy: 'M8 10a2 2 0 012-2h8a2 2 0 012 2v8a2 2 0 01-2 2h-8a2 2 0 01-2-2zM16 8V4H4v12h4',
  cross: 'M6 6l12 12M18 6L6 18',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  down: 'M6 9.5l6 6 6-6',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  lock: 'M5 12.5a2 2 0 012-2h10a2 2 0 012 2v6a2 2 0 01-2 2H7a2 2 0 01-2-2zM8 10.5V8a4 4 0 018 0v2.5',
  next: 'M9 5l7 7-7 7',
  people:
    'M9 5.2a3.3 3.3 0 110 6.6 3.3 3.3 0 010-6.6M2.5 19.5c.6-3.4 3.2-5.2 6.5-5.2s5.9 1.8 6.5 5.2M15.5 5.5a3.2 3.2 0 010 6.2M18 14.8c2 .7 3.2 2.3 3.6 4.7',
  phone:
    'M6 3.5h3l1.6 4.2-2 1.7a12 12 0 006 6l1.7-2 4.2 1.6v3c0 1.2-1 2-2.2 1.9C10.6 19.2 4.8 13.4 4.1 5.7 4 4.5 4.8 3.5 6 3.5z',
  print: 'M7 8V3.5h10V8M7 17H4.5V9.5A1.5 1.5 0 016 8h12a1.5 1.5 0 011.5 1.5V17H17M7 14h10v6.5H7z',
  shield: 'M12 3.5l7.5 2.7v5.3c0 4.5-3 7.6-7.5 9-4.5-1.4-7.5-4.5-7.5-9V6.2zM8.5 12l2.5 2.5 4.5-4.5',
  swap: 'M4 8.5h14M14 4.5l4 4-4 4M20 15.5H6M10 11.5l-4 4 4 4',
  tick: 'M5 12.5l4.5 4.5L19 7',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.3v.1',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

/** Two lines that travel together. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 30 30" aria-hidden="true">
      <path className="of-record" d="M3 17.5h6.5L18 7h2.5" />
      <path className="of-balance" d="M3 25h10.5L22 14.5" />
      <circle className="of-balance" cx="24.2" cy="7" r="3.3" />
    </svg>
  );
}
