import { defineRefusals } from '#basics';

export const inquiryRefusals = defineRefusals({
  'inquiry.bad-request': {
    kind: 'bad-input',
    text: {
      zh: '请求里有写错或缺少的内容，没有作出判断。',
      en: 'Something in the request is wrong or missing, so that nothing was assessed.',
    },
    next: {
      zh: '请按列出的每一项改正后再提交。',
      en: 'Correct each of the listed items and send it again.',
    },
  },
  'inquiry.too-many-lines': {
    kind: 'too-large',
    text: {
      zh: '一次提交的行数超过了 {limit} 行，一行也没有判断。',
      en: 'More than {limit} lines were sent at once; none of them was assessed.',
    },
    next: {
      zh: '请分成几次提交，或者用命令行 suixing assess 处理大文件。',
      en: 'Send them in several parts, or use suixing assess for a large file.',
    },
  },
});
