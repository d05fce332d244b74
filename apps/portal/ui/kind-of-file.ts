import type { Text } from '#basics';

/** What a file that is not taken really is, by its name, and what to do to have it taken. */
export function wrongKind({ name }: Pick<File, 'name'>): Text {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = kinds.find(({ endings }) => endings.includes(ending));
  if (found) return joined(found.is, found.next);
  return ending === ''
    ? joined({ zh: '看不出这是什么文件。', en: 'We cannot tell what kind of file this is.' }, asPicture)
    : joined({ zh: `这是 .${ending} 文件。`, en: `This is a file of the kind .${ending}.` }, asPicture);
}

function joined(is: Text, next: Text): Text {
  return {
    zh: `${is.zh}只收照片（JPEG、PNG）和 PDF，${next.zh}`,
    en: `${is.en} Only pictures (JPEG, PNG) and PDF are taken. ${next.en}`,
  };
}

const asPdf: Text = { zh: '请另存为 PDF 再传。', en: 'Save it as PDF and send that.' };
const asPicture: Text = {
  zh: '请拍照，或者另存为 PDF 再传。',
  en: 'Take a photograph of it, or save it as PDF and send that.',
};

const kinds: readonly { readonly endings: readonly string[]; readonly is: Text; readonly next: Text }[] = [
  {
    endings: ['doc', 'docx', 'wps', 'odt', 'rtf', 'pages'],
    ...{ is: { zh: '这是 Word 之类的文档。', en: 'This is a document of Word or the like.' }, next: asPdf },
  },
  {
    endings: ['xls', 'xlsx', 'et', 'ods', 'csv', 'numbers'],
    ...{ is: { zh: '这是表格文件。', en: 'This is a spreadsheet.' }, next: asPdf },
  },
  {
    endings: ['ppt', 'pptx', 'dps', 'odp', 'key'],
    ...{ is: { zh: '这是演示文稿。', en: 'This is a presentation.' }, next: asPdf },
  },
  {
    endings: ['txt', 'md', 'log'],
    ...{ is: { zh: '这是纯文本文件。', en: 'This is a plain text file.' }, next: asPicture },
  },
  {
    endings: ['ofd'],
    ...{ is: { zh: '这是 OFD 版式文件。', en: 'This is an OFD document.' }, next: asPdf },
  },
  {
    endings: ['heic', 'heif'],
    is: { zh: '这是 HEIC 照片。', en: 'This is a HEIC picture.' },
    next: {
      zh: '苹果手机请在“设置 › 相机 › 格式”里选“兼容性最佳”，重新拍一张。',
      en: 'On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again.',
    },
  },
  {
    endings: ['gif', 'webp', 'bmp', 'tif', 'tiff', 'svg', 'avif'],
    is: { zh: '这种图片格式不收。', en: 'This kind of picture is not accepted.' },
    next: { zh: '请另存为 JPEG 再传。', en: 'Save it as JPEG and send that.' },
  },
  {
    endings: ['zip', 'rar', '7z', 'tar', 'gz'],
    is: { zh: '这是压缩包。', en: 'This is an archive.' },
    next: {
      zh: '请解压后把里面的文件传上来。',
      en: 'Unpack it and send the files that are in it.',
    },
  },
  {
    endings: ['mp4', 'mov', 'avi', 'mkv', 'mp3', 'wav', 'm4a', 'amr'],
    is: { zh: '这是录音或者录像。', en: 'This is a recording.' },
    next: { zh: '请拍成照片再传。', en: 'Take a photograph of the paper and send that.' },
  },
];
