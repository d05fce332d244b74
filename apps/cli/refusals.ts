import { defineRefusals } from '#basics';

/** What only the command line refuses. */
export const cliRefusals = defineRefusals({
  'cli.not-logged-in': {
    kind: 'unauthenticated',
    text: { zh: '还没有登录。', en: 'Nobody is logged in.' },
    next: { zh: '先运行 suixing login 用户名。', en: 'Run `suixing login NAME` first.' },
  },
  'cli.role-missing': {
    kind: 'forbidden',
    text: {
      zh: '这个命令需要其中一个角色：{roles}。',
      en: 'This command needs one of these roles: {roles}.',
    },
    next: { zh: '用有该角色的账号登录。', en: 'Log in as somebody who has it.' },
  },
  'cli.bad-value': {
    kind: 'bad-input',
    text: { zh: '参数 {name} 的值不对。', en: 'The value of {name} is not right.' },
    next: { zh: '运行 suixing help 查看写法。', en: '`suixing help` shows how it is written.' },
  },
  'cli.unknown-choice': {
    kind: 'bad-input',
    text: { zh: '没有“{given}”这个选择。', en: 'There is no choice “{given}”.' },
    next: { zh: '用下面的一个：', en: 'Name one of these:' },
  },
  'cli.unknown-state': {
    kind: 'bad-input',
    text: { zh: '没有“{state}”这个状态。', en: 'There is no state “{state}”.' },
    next: { zh: '用下面的一个：', en: 'Name one of these:' },
  },
  'cli.unreadable-file': {
    kind: 'bad-input',
    text: { zh: '读不到文件 {file}。', en: 'The file {file} cannot be read.' },
    next: { zh: '检查路径和读取权限。', en: 'Check the path and that you may read it.' },
  },
  'cli.unwritable-file': {
    kind: 'bad-input',
    text: { zh: '写不了文件 {file}。', en: 'The file {file} cannot be written.' },
    next: { zh: '检查文件夹是否存在、能否写入。', en: 'Check that its folder exists and may be written to.' },
  },
  'cli.file-there': {
    kind: 'conflict',
    text: {
      zh: '已经有文件 {file}，没有覆盖。',
      en: 'There is a file {file} already; it was not written over.',
    },
    next: {
      zh: '换一个文件名，或者先移走原来的文件。',
      en: 'Give another name, or move that file away first.',
    },
  },
  'cli.code-to-scan': {
    kind: 'bad-input',
    text: {
      zh: '{file} 是图片，签名在上面的二维码里，不能直接核验。',
      en: '{file} is a picture: what is signed is in the code on it, which cannot be checked from there.',
    },
    next: {
      zh: '用扫码工具（手机、扫码枪或 zbarimg）扫描二维码，把扫出的文字存成文件，再运行：suixing verify-document code.txt --keys keys.json',
      en: 'Scan the code with any reader (a phone, a hand scanner, zbarimg), save the text that it reads as a file, then run `suixing verify-document code.txt --keys keys.json`.',
    },
  },
  'cli.no-code-in-pdf': {
    kind: 'bad-input',
    text: {
      zh: '{file} 里没有本机构文书的二维码：可能不是我们出具的 PDF，或者是扫描件、打印后另存的。',
      en: 'There is no code of our letters in {file}: it is no PDF of ours, or a scan or a copy made by printing.',
    },
    next: {
      zh: '请用原来的 PDF；只有纸件的，扫描上面的二维码，把扫出的文字存成文件，再运行：suixing verify-document code.txt --keys keys.json',
      en: 'Take the PDF as it was issued. Of a paper scan the code, save the text that it reads as a file, then run `suixing verify-document code.txt --keys keys.json`.',
    },
  },
  'cli.is-a-transfer': {
    kind: 'unprocessable',
    text: {
      zh: '{number} 是一件转移（{nameZh}），不是支取或者变更。',
      en: '{number} is a transfer ({nameEn}).',
    },
    next: {
      zh: '用 suixing transfer show {number} 查看，suixing transfer history {number} 看办理经过。',
      en: 'See `suixing transfer show {number}`, and `suixing transfer history {number}` for what happened in it.',
    },
  },
  'cli.is-no-transfer': {
    kind: 'unprocessable',
    text: {
      zh: '{number} 不是转移，是另一种办理（{nameZh}）。',
      en: '{number} is no transfer, but a case of another kind ({nameEn}).',
    },
    next: {
      zh: '用 suixing case show {number} 查看，suixing case history {number} 看办理经过。',
      en: 'See `suixing case show {number}`, and `suixing case history {number}` for what happened in it.',
    },
  },
  'cli.demo-only': {
    kind: 'unprocessable',
    text: { zh: '这个命令只用于演示。', en: 'This command is for demos only.' },
    next: { zh: '在 npm start 启动的演示里运行。', en: 'Run it in the demo that `npm start` starts.' },
  },
  'cli.bad-period': {
    kind: 'bad-input',
    text: { zh: '看不懂时间长度 {period}。', en: '{period} is no length of time.' },
    next: { zh: '写成 10d（天）或 36h（小时）。', en: 'Write it as 10d (days) or 36h (hours).' },
  },
});
