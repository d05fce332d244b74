import { createRoot } from 'react-dom/client';
import { Invited } from '../heir/invited/invited.tsx';
import { followLinks, takeSecret } from '../heir/invited/secret.ts';
import { wrapped } from './wrapped.tsx';

// What the server drew holds nobody's data. The secret leaves the address before anything else is done.
const secret = takeSecret();
followLinks();
const root = document.getElementById('page');
if (root) createRoot(root).render(wrapped(<Invited secret={secret} />));
