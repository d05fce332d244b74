/** Runs before the page is drawn, by itself: how this device likes to read (`big-type.ts` keeps it). */
try {
  if (localStorage.getItem('suixing.type') === 'big') document.documentElement.dataset.type = 'big';
} catch {
  // A browser that keeps nothing shows the usual size.
}
