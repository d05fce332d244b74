import { expect, test } from 'vitest';
import { wrongKind } from './kind-of-file.ts';

test('whoever chooses a file that is not taken is told what it really is and what to do', () => {
  expect(wrongKind({ name: '说明.txt' })).toEqual({
    zh: '这是纯文本文件。只收照片（JPEG、PNG）和 PDF，请拍照，或者另存为 PDF 再传。',
    en: 'This is a plain text file. Only pictures (JPEG, PNG) and PDF are taken. Take a photograph of it, or save it as PDF and send that.',
  });
  expect(wrongKind({ name: 'letter.DOCX' }).en).toMatch(/Word.*Save it as PDF/);
  expect(wrongKind({ name: 'IMG_1.heic' }).zh).toContain('兼容性最佳');
  expect(wrongKind({ name: 'papers.zip' }).en).toContain('Unpack it');
  expect(wrongKind({ name: 'a.dwg' }).zh).toContain('.dwg 文件');
  expect(wrongKind({ name: 'scan' }).en).toContain('cannot tell what');
});
