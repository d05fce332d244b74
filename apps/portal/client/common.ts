/** What a page does that is otherwise drawn whole: the bar's buttons. */
import { toggleBigType } from '../ui/big-type.ts';

document.querySelector('[data-does="big-type"]')?.addEventListener('click', toggleBigType);
