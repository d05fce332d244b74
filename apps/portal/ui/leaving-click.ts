/** A click as far as it tells where it leads. */
export interface Click {
  readonly defaultPrevented: boolean;
  readonly button: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** A link as far as it tells where it leads. */
export interface Leading {
  readonly href: string;
  readonly target: string;
  readonly download: string;
}

/**
 * Where a click on a link leads out of the program that is open, in this very window; null where the program stays: another page
 * of its own, another window, a file, a place on the page or a telephone.
 */
export function leavesFor(click: Click, link: Leading | null, here: string): string | null {
  const elsewhere = click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey;
  if (!link || click.defaultPrevented || elsewhere) return null;
  const { href, target, download } = link;
  if (!/^https?:/.test(href) || !['', '_self'].includes(target) || download !== '') return null;
  return href.replace(/#.*$/, '') === here.replace(/#.*$/, '') ? null : href;
}
