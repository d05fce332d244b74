/** What a page's `main` is called: one that is drawn ahead is not the page yet, and nobody sees, hears or reaches it. */
export function mainOf(ahead: boolean): { readonly id?: string; readonly className?: string } {
  return ahead ? { className: 'ahead' } : { id: 'main' };
}
