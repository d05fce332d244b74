/** The page that shows the widget on somebody else's site: what that site hears, and the address to load it from. */
import './common.ts';

for (const place of document.querySelectorAll('[data-fills="origin"]')) place.textContent = location.origin;

document.addEventListener('suixing-result', (event) => {
  const heard = document.querySelector('[data-does="hear"]');
  if (heard && event instanceof CustomEvent) heard.textContent = JSON.stringify(event.detail);
});
