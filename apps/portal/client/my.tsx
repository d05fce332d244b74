import { createRoot } from 'react-dom/client';
import { My } from '../insured/my.tsx';
import { wrapped } from './wrapped.tsx';

// What the server drew holds nobody's data; the page itself is made here.
const root = document.getElementById('page');
if (root) createRoot(root).render(wrapped(<My />));
