import { hydrateRoot } from 'react-dom/client';
import { Times } from '../anyone/times/times.tsx';
import { wrapped } from './wrapped.tsx';

const root = document.getElementById('page');
if (root) hydrateRoot(root, wrapped(<Times />));
