import type { Text } from '#basics';

/**
 * How a paper came, in words, from what its case keeps of it: pages that were uploaded, a commitment that was signed, that it was said
 * not to apply, or under what a clerk filed it at the window.
 */
export function toldReference(reference: string): Text {
  const parts = reference.split('+').map(toldPart);
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function toldPart(part: string): Text {
  const pages = /^E-[0-9a-f]{64}\/(\d+)$/.exec(part)?.[1];
  if (pages !== undefined)
    return { zh: `上传 ${pages} 页`, en: pages === '1' ? '1 page uploaded' : `${pages} pages uploaded` };
  if (/^C-\d{4}-\d{2}$/.test(part)) return { zh: '已签承诺书', en: 'commitment signed' };
  if (part === 'N-1') return { zh: '说明了不适用', en: 'said not to apply' };
  return { zh: `档案号 ${part}`, en: `filed as ${part}` };
}
