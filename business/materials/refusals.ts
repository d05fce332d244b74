import { defineRefusals } from '#basics';

const photograph = {
  zh: '请重新拍照或扫描成 JPEG、PNG 或 PDF 后上传。',
  en: 'Photograph or scan it again as JPEG, PNG or PDF, and send that.',
};
const plainPdf = {
  zh: '请用“打印为 PDF”另存一份，或者拍照上传。',
  en: 'Print it into a new PDF, or send photographs of it.',
};

export const materialsRefusals = defineRefusals({
  'materials.empty': {
    kind: 'unprocessable',
    text: { zh: '文件是空的。', en: 'The file is empty.' },
    next: photograph,
  },
  'materials.unknown-type': {
    kind: 'unprocessable',
    text: {
      zh: '这个文件不是 PDF、JPEG 或 PNG；我们看内容，不看文件名。',
      en: 'This is no PDF, JPEG or PNG; we go by the content, not by the name.',
    },
    next: photograph,
  },
  'materials.not-a-photo-we-take': {
    kind: 'unprocessable',
    text: {
      zh: '不接受这种图片格式（如 HEIC、WebP、GIF、TIFF）。',
      en: 'Pictures of this format (HEIC, WebP, GIF, TIFF …) are not taken.',
    },
    next: {
      zh: '请把照片存成 JPEG：iPhone 可在“设置 › 相机 › 格式”中选“兼容性最佳”。',
      en: 'Save the photograph as JPEG; on an iPhone: Settings › Camera › Formats › Most Compatible.',
    },
  },
  'materials.office-file': {
    kind: 'unprocessable',
    text: {
      zh: '不接受压缩包和 Word、Excel 文件。',
      en: 'Archives and files of Word or Excel are not taken.',
    },
    next: plainPdf,
  },
  'materials.web-page': {
    kind: 'unprocessable',
    text: { zh: '不接受网页和 SVG 文件。', en: 'Web pages and SVG files are not taken.' },
    next: photograph,
  },
  'materials.truncated': {
    kind: 'unprocessable',
    text: { zh: '文件不完整。', en: 'The file is not whole.' },
    next: {
      zh: '请重新上传；仍不行的，请重新拍照。',
      en: 'Send it again; if that does not help, photograph it again.',
    },
  },
  'materials.malformed': {
    kind: 'unprocessable',
    text: { zh: '文件已损坏，无法可靠打开。', en: 'The file is damaged and cannot be opened reliably.' },
    next: photograph,
  },
  'materials.too-many-pixels': {
    kind: 'unprocessable',
    text: { zh: '图片尺寸过大。', en: 'The picture has too many points.' },
    next: { zh: '请用较低的分辨率重新拍照或扫描。', en: 'Photograph or scan it at a lower resolution.' },
  },
  'materials.inflates-too-much': {
    kind: 'unprocessable',
    text: { zh: '文件解压后过大。', en: 'The file grows far too large when it is opened.' },
    next: photograph,
  },
  'materials.hidden-content': {
    kind: 'unprocessable',
    text: { zh: '文件里藏有另一种文件。', en: 'Another file is hidden within this one.' },
    next: photograph,
  },
  'materials.encrypted': {
    kind: 'unprocessable',
    text: { zh: 'PDF 有密码保护。', en: 'The PDF is protected by a password.' },
    next: plainPdf,
  },
  'materials.active-content': {
    kind: 'unprocessable',
    text: {
      zh: 'PDF 含有程序、可提交的表单或多媒体。',
      en: 'The PDF holds programs, forms that send, or films.',
    },
    next: plainPdf,
  },
  'materials.attachments': {
    kind: 'unprocessable',
    text: { zh: 'PDF 里附带了其他文件。', en: 'The PDF has other files within it.' },
    next: { zh: '请分别上传各个文件。', en: 'Send each file by itself.' },
  },
  'materials.infected': {
    kind: 'unprocessable',
    text: {
      zh: '扫描程序在文件中发现病毒，没有保存。',
      en: 'The scanner found a virus in the file; it was not kept.',
    },
    next: {
      zh: '请检查您的设备，另拍照片上传。',
      en: 'Have your device checked, and send a new photograph.',
    },
  },
  'materials.bad-name': {
    kind: 'bad-input',
    text: {
      zh: '文件名不能含路径、控制字符或其他类型的扩展名，最长 120 个字。',
      en: 'The name of a file holds no path, no control characters and no end of another type, and has at most 120 characters.',
    },
    next: { zh: '请改名，或者不填文件名。', en: 'Give it another name, or none.' },
  },
  'materials.file-too-large': {
    kind: 'too-large',
    text: {
      zh: '文件超过 20 MB，没有保存。',
      en: 'The file has more than 20 MB; it was not kept.',
    },
    next: {
      zh: '照片请用较低的分辨率重新拍摄；PDF 请按页拆成几个文件分别上传，再按顺序作为同一份材料的各页提交（一份最多 40 页）。',
      en: 'Take a photograph again at a lower resolution. Split a PDF by its pages, upload each part, and hand them in together, in order, as the pages of one paper (forty at most).',
    },
  },
  'materials.case-full': {
    kind: 'too-large',
    text: {
      zh: '一件办理最多上传 60 个文件、共 200 MB。',
      en: 'A case takes sixty files and two hundred megabytes in all.',
    },
    next: {
      zh: '请把多页扫描成一个 PDF，或者降低分辨率。',
      en: 'Scan several pages into one PDF, or use a lower resolution.',
    },
  },
  'materials.case-closed': {
    kind: 'conflict',
    text: {
      zh: '这件办理已经结束，不再收材料。',
      en: 'This case is over; no papers are taken for it any more.',
    },
    next: { zh: '如有需要，请另外提出申请。', en: 'Where needed, make a new application.' },
  },
  'materials.no-file': {
    kind: 'not-found',
    text: { zh: '这件办理里没有这个文件。', en: 'This case has no such file.' },
    next: { zh: '请从材料清单里选择。', en: 'Choose one on the list of papers.' },
  },
  'materials.no-paper': {
    kind: 'not-found',
    text: { zh: '这件办理里没有这份材料。', en: 'This case has no such paper.' },
    next: { zh: '请从材料清单里选择。', en: 'Choose one on the list of papers.' },
  },
  'materials.not-served': {
    kind: 'conflict',
    text: {
      zh: '扫描程序没有确认这个文件安全，暂不提供，也不能采用。',
      en: 'The scanner has not found this file to be safe; it is not shown and cannot be accepted.',
    },
    next: {
      zh: '稍后会自动再扫描；急需时请另交一份。',
      en: 'It is scanned again by itself; if it is urgent, hand in another copy.',
    },
  },
  'materials.erased': {
    kind: 'not-found',
    text: {
      zh: '保存期已满，内容已删除，只留摘要。',
      en: 'Its time was over: the content was erased, and only its hash is kept.',
    },
    next: { zh: '无法恢复。', en: 'It cannot be brought back.' },
  },
  'materials.damaged': {
    kind: 'unavailable',
    text: { zh: '保存的文件缺失或已损坏。', en: 'The stored file is missing or damaged.' },
    next: {
      zh: '请联系系统管理员从备份恢复。',
      en: 'Tell the administrator, who restores it from a backup.',
    },
  },
  'materials.reason-missing': {
    kind: 'bad-input',
    text: {
      zh: '退回材料要选择原因；采用的材料不填原因。',
      en: 'A rejected paper needs its reason; an accepted one has none.',
    },
    next: { zh: '请从列出的原因中选择。', en: 'Choose one of the reasons listed.' },
  },
  'materials.no-commitment': {
    kind: 'unprocessable',
    text: { zh: '这一项不能用承诺书代替。', en: 'No commitment can stand in the place of this paper.' },
    next: { zh: '请提交材料本身。', en: 'Hand in the paper itself.' },
  },
  'materials.commitment-needs-paper': {
    kind: 'unprocessable',
    text: {
      zh: '签这份承诺书时还要交证明材料（如亲属关系证明）。',
      en: 'With this commitment a paper must be handed in too (such as the proof of kinship).',
    },
    next: { zh: '请先上传证明，再一并提交。', en: 'Upload the proof first, and hand both in together.' },
  },
  'materials.text-changed': {
    kind: 'conflict',
    text: {
      zh: '承诺书文本已更新，您看到的不是现行文本。',
      en: 'The text of the commitment has changed since you read it.',
    },
    next: { zh: '请重新阅读现行文本后再签。', en: 'Read the text as it is now, then sign.' },
  },
  'materials.everybody-needs-it': {
    kind: 'unprocessable',
    text: {
      zh: '这一项人人都要交，不能说明不适用。',
      en: 'Everybody needs this paper, so it cannot be said not to apply.',
    },
    next: {
      zh: '请提交材料，或者列出的替代材料。',
      en: 'Hand in the paper, or one of those that will do instead.',
    },
  },
  'materials.not-applying-why': {
    kind: 'bad-input',
    text: { zh: '请写为什么不适用。', en: 'Say why it does not apply.' },
    next: { zh: '写一句话就行，经办人员会核对。', en: 'One sentence will do; a clerk looks at it.' },
  },
  'materials.too-early': {
    kind: 'conflict',
    text: { zh: '保存期未满，不能删除。', en: 'It may not be erased yet.' },
    next: { zh: '保存期满后再办理。', en: 'Wait until its time is over.' },
  },
});

export type MaterialsCode = keyof typeof materialsRefusals;
