/** Does what nobody waits for once what they do wait for has been drawn. */
export function whenIdle(work: () => void): void {
  // Safari has no idle times to offer.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 50);
}
