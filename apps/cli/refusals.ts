import { defineRefusals } from '#basics';

/** What only the command line refuses. */
export const cliRefusals = defineRefusals({
  'cli.not-logged-in': {
    kind: 'unauthenticated',
    text: { zh: '还没有登录。', en: 'Nobody is logged in.' },
    next: { zh: '先运行 suixing login 用户名。', en: 'Run `suixing login NAME` first.' },
  },
  'cli.unreadable-file': {
    kind: 'bad-input',
    text: { zh: '读不到文件 {file}。', en: 'The file {file} cannot be read.' },
    next: { zh: '检查路径和读取权限。', en: 'Check the path and that you may read it.' },
  },
  'cli.demo-only': {
    kind: 'unprocessable',
    text: { zh: '只有演示才能移动时钟。', en: 'Only a demo’s clock can be moved.' },
    next: { zh: '在 npm start 启动的演示里运行。', en: 'Run it in the demo that `npm start` starts.' },
  },
  'cli.bad-period': {
    kind: 'bad-input',
    text: { zh: '看不懂时间长度 {period}。', en: '{period} is no length of time.' },
    next: { zh: '写成 10d（天）或 36h（小时）。', en: 'Write it as 10d (days) or 36h (hours).' },
  },
});
