import { hydrateRoot } from 'react-dom/client';
import { Status } from '../anyone/status/status.tsx';
import { wrapped } from './wrapped.tsx';

const root = document.getElementById('page');
if (root) hydrateRoot(root, wrapped(<Status />));
