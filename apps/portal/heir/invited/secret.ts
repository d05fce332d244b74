const kept = 'suixing.heir-link';

/**
 * The secret of the link: taken out of the address at once, so that it is in no history, picture or bookmark, and kept for this tab
 * alone, so that a reload goes on. Null where there is none, and where a link was copied in part: what was opened before it is not
 * what it means.
 */
export function takeSecret(): string | null {
  const given = linkIn(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  try {
    if (given === undefined) return sessionStorage.getItem(kept);
    if (given === null) sessionStorage.removeItem(kept);
    else sessionStorage.setItem(kept, given);
    return given;
  } catch {
    // A browser that keeps nothing goes on until the page is left.
    return given ?? null;
  }
}

/** Undefined where the address brings none, null where what it brings is not whole. */
function linkIn(fragment: string): string | null | undefined {
  if (!fragment.startsWith('#sxh_')) return undefined;
  return /^#(sxh_[A-Za-z0-9_-]{10,90})$/.exec(fragment)?.[1] ?? null;
}

/** Whoever opens another link where one is open already, as a guardian of two does, gets its page: a browser changes the `#` only. */
export function followLinks(): void {
  addEventListener('hashchange', () => {
    // The page takes it as it starts anew.
    if (linkIn(location.hash) !== undefined) location.reload();
  });
}
