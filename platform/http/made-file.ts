import type { FileAnswer } from './operation.ts';

/** A file that was just made and lies in memory whole. `fileName` is plain ASCII, our own and never a person's. */
export function madeFile(made: {
  readonly fileName: string;
  readonly ending: keyof typeof mediaTypes;
  readonly content: Uint8Array;
}): FileAnswer {
  const { fileName, ending, content } = made;
  return {
    fileName: `${fileName.replace(/[^A-Za-z0-9_-]/g, '')}.${ending}`,
    mediaType: mediaTypes[ending],
    length: content.length,
    bytes: whole(content),
    ours: true,
  };
}

const mediaTypes = { pdf: 'application/pdf', html: 'text/html; charset=utf-8' } as const;

async function* whole(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
