import { hydrateRoot } from 'react-dom/client';
import { AccountInquiry } from '../anyone/account-inquiry/account-inquiry.tsx';
import { wrapped } from './wrapped.tsx';

const root = document.getElementById('page');
if (root) hydrateRoot(root, wrapped(<AccountInquiry />));
