import { hydrateRoot } from 'react-dom/client';
import { Verify } from '../anyone/verify/verify.tsx';
import { wrapped } from './wrapped.tsx';

const root = document.getElementById('page');
if (root) hydrateRoot(root, wrapped(<Verify />));
