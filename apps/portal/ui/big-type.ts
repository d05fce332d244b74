const key = 'suixing.type';

/** Once a tap, kept on this device. `device.ts` sets it again before a page is drawn. */
export function toggleBigType(): void {
  const root = document.documentElement;
  const big = root.dataset.type !== 'big';
  if (big) root.dataset.type = 'big';
  else delete root.dataset.type;
  try {
    localStorage.setItem(key, big ? 'big' : 'usual');
  } catch {
    // A browser that keeps nothing shows it big until the page is left.
  }
}
