import type { Problem, Text } from '#basics';

/**
 * How a paper came, in words, from what its case keeps of it: pages that were uploaded, a commitment that was signed, that it was said
 * not to apply, or under what a clerk filed it at the window.
 */
export function toldReference(reference: string): Text {
  const parts = reference.split('+').map(toldPart);
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

/** Whether it reads, in whole or in part, like what the program itself keeps: nobody types that. */
export function isOwnReference(reference: string): boolean {
  return reference
    .split('+')
    .map((part) => part.trim())
    .some((part) => uploaded.test(part) || committed.test(part) || part === notApplyingMark);
}

/** What whoever types such a number is told, and what to type instead. */
export const ownReference: Problem = {
  path: 'paperReference',
  detail: {
    zh: '这样的编号是系统自己给的：请填窗口的档案编号',
    en: 'The system gives numbers like this itself: give the number under which the window filed the paper',
  },
};

const uploaded = /^E-[0-9a-f]{64}\/(\d+)$/;
const committed = /^C-\d{4}-\d{2}$/;

/** In the place of a paper's reference: it was said not to apply. */
export const notApplyingMark = 'N-1';

function toldPart(part: string): Text {
  const pages = uploaded.exec(part)?.[1];
  if (pages !== undefined)
    return { zh: `上传 ${pages} 页`, en: pages === '1' ? '1 page uploaded' : `${pages} pages uploaded` };
  if (committed.test(part)) return { zh: '已签承诺书', en: 'commitment signed' };
  if (part === notApplyingMark) return { zh: '说明了不适用', en: 'said not to apply' };
  return { zh: `档案号 ${part}`, en: `filed as ${part}` };
}
