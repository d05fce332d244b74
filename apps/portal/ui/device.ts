/** Runs before the page is drawn, by itself: how this device likes to read (`big-type.ts` keeps it), what it forgets, and how it is pressed. */
try {
  if (localStorage.getItem('suixing.type') === 'big') document.documentElement.dataset.type = 'big';
} catch {
  // A browser that keeps nothing shows the usual size.
}

// What was put by for a page in the other language (`along.ts`) is gone on every other page.
try {
  const along = sessionStorage.getItem('suixing.along');
  if (along && !along.startsWith(`{"path":${JSON.stringify(location.pathname)}`))
    sessionStorage.removeItem('suixing.along');
} catch {
  // A browser that keeps nothing has nothing to forget.
}

// Whoever presses a button twice wants what the button does, and not the link that came to lie under the second press meanwhile.
document.addEventListener(
  'click',
  (click) => {
    const link = click.target instanceof Element ? click.target.closest('a[href]') : null;
    if (click.detail > 1 && link) click.preventDefault();
  },
  true,
);
