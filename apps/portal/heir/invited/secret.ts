const kept = 'suixing.heir-link';

/**
 * The secret of the link: taken out of the address at once, so that it is in no history, picture or bookmark, and kept for this tab
 * alone, so that a reload goes on. Null where there is none.
 */
export function takeSecret(): string | null {
  const [, given] = /^#(sxh_[A-Za-z0-9_-]{10,90})$/.exec(location.hash) ?? [];
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  try {
    if (given) sessionStorage.setItem(kept, given);
    return given ?? sessionStorage.getItem(kept);
  } catch {
    // A browser that keeps nothing goes on until the page is left.
    return given ?? null;
  }
}

export function forgetSecret(): void {
  try {
    sessionStorage.removeItem(kept);
  } catch {
    // It was not kept.
  }
}
