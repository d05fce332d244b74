import type { Text } from '#basics';
import type { Checked } from './checked.ts';

export const verifyTitle: Text = { zh: '这封信是真的吗？', en: 'Is this letter genuine?' };

export type Unread = 'no-code' | 'no-picture' | 'pdf' | 'no-keys' | Exclude<Checked['kind'], 'genuine'>;

/** What it comes to where it is not genuine, and what to do. Whether somebody forged it or we could not read it is told apart. */
export const outcomes: Readonly<
  Record<Unread, { readonly doubtful: boolean; readonly heading: Text; readonly next: Text }>
> = {
  'no-code': {
    doubtful: false,
    heading: { zh: '图片里没有找到二维码', en: 'No code was found on the picture' },
    next: {
      zh: '请把信放平，光线均匀，只拍二维码那一块，要拍清楚，再选一次。',
      en: 'Lay the letter flat in even light, take a sharp picture of the code alone, and choose it again.',
    },
  },
  'no-picture': {
    doubtful: false,
    heading: { zh: '这个文件不是图片，也不是 PDF', en: 'This file is neither a picture nor a PDF' },
    next: {
      zh: '请选照片、截图（JPG、PNG），或者信的 PDF。',
      en: 'Choose a photograph, a screenshot (JPG, PNG), or the PDF of the letter.',
    },
  },
  pdf: {
    doubtful: false,
    heading: { zh: '这个 PDF 里没有找到核验码', en: 'No code was found in this PDF' },
    next: {
      zh: '扫描成 PDF 的，请打开它，把二维码截图，再选截图。',
      en: 'If it is a scan, open it, take a screenshot of the code, and choose that.',
    },
  },
  'no-keys': {
    doubtful: false,
    heading: { zh: '现在拿不到核对用的公钥', en: 'The public keys could not be fetched just now' },
    next: {
      zh: '信是真是假还不知道。请检查网络，过一会儿再试，或者打电话问。',
      en: 'It is not known yet whether the letter is genuine. Check your connection and try again, or telephone.',
    },
  },
  'not-signed': {
    doubtful: true,
    heading: { zh: '这不是我们信上的码', en: 'This is not a code from our letters' },
    next: {
      zh: '我们的信只有一个二维码，在信的末尾。如果拍的就是它，这封信不是我们发的：不要按信里说的付款或者提供密码，请打电话问。',
      en: 'Our letters bear one code, at their end. If this is it, the letter is not ours: pay nothing and tell nobody a password; telephone.',
    },
  },
  'unknown-key': {
    doubtful: true,
    heading: { zh: '不是本机构发出的', en: 'Not issued by this agency' },
    next: {
      zh: '签名不是本机构的。如果信上写着别的城市，请到那里的网站核对；写着本市的，不要相信，请打电话问。',
      en: 'It was not signed by this agency. If the letter is from another city, check it there; if it claims to be from here, do not trust it and telephone.',
    },
  },
  'outside-validity': {
    doubtful: true,
    heading: { zh: '签名的时间不对，不能认', en: 'It was signed at a time that does not fit' },
    next: {
      zh: '签名日期不在密钥的有效期里。请打电话问。',
      en: 'The key was not valid on that day. Telephone and ask.',
    },
  },
  forged: {
    doubtful: true,
    heading: { zh: '码里的内容被改过，是假的', en: 'The code was altered: it is a forgery' },
    next: {
      zh: '不要按信里说的付款或者提供密码。请留着这封信，打电话告诉我们。',
      en: 'Pay nothing and tell nobody a password. Keep the letter and tell us by telephone.',
    },
  },
  'not-a-letter': {
    doubtful: true,
    heading: { zh: '签名是我们的，但这不是一封信', en: 'We signed this, but it is not a letter' },
    next: {
      zh: '这是我们签发的另一种文件，不能当信用。请打电话问。',
      en: 'It is another kind of document that we signed, and cannot be used as a letter. Call us to ask.',
    },
  },
};
