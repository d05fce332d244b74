/** Shapes that only the signed-in pages use, so that the others need not load them; drawn as `Icon` draws its own. */
const shapes = {
  bell: 'M6 16.5V11a6 6 0 0112 0v5.5l1.5 2h-15zM10 21h4',
  eye: 'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 9.2a2.8 2.8 0 110 5.6 2.8 2.8 0 010-5.6',
  keep: 'M12 4v11M7.5 10.8L12 15.3l4.5-4.5M4.5 19.5h15',
  leave: 'M14 4H6v16h8M10 12h10.5M17 8l4 4-4 4',
  letter: 'M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7',
  pause: 'M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17M9.7 8.5v7M14.3 8.5v7',
} as const;

export function MyIcon({ name }: { readonly name: keyof typeof shapes }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
