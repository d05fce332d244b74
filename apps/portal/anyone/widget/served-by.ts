/** Whose portal sends this file, and whether it is a demonstration. */
interface ServedBy {
  readonly region: string;
  readonly demo: boolean;
}

// The portal wraps the file in a function of this argument when it sends it.
declare const SUIXING_PORTAL: ServedBy;

/** Null where the file was put somewhere else. */
export const servedBy: ServedBy | null = typeof SUIXING_PORTAL === 'undefined' ? null : SUIXING_PORTAL;

const from = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

/** Where the file came from, as far as a browser tells. */
export const servedFrom: string | null = from === '' ? null : new URL(from).origin;
