import { hydrateRoot } from 'react-dom/client';
import { Check } from '../anyone/inquiry/check.tsx';
import { wrapped } from './wrapped.tsx';

const root = document.getElementById('page');
const atMost = root?.querySelectorAll('.steps > i').length;
if (root) hydrateRoot(root, wrapped(<Check now={() => new Date()} atMost={atMost} />));
