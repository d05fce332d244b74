import { defineRefusals } from '#basics';

/** Why the server could not begin to listen. */
export const apiRefusals = defineRefusals({
  'api.port-in-use': {
    kind: 'unavailable',
    text: {
      zh: '端口 {port} 已被另一个程序占用。',
      en: 'Port {port} is in use by another program.',
    },
    next: {
      zh: '请停止那个程序（例如另一个 suixing serve 或 npm start），或用 {setting} 换一个端口（0 表示任选一个空闲端口）。',
      en: 'Stop that program (another suixing serve or npm start, perhaps), or choose another port with {setting} (0 takes any free one).',
    },
  },
  'api.port-not-allowed': {
    kind: 'unavailable',
    text: { zh: '当前用户不能使用端口 {port}。', en: 'This user may not listen on port {port}.' },
    next: {
      zh: '请换用 1024 以上的端口，由反向代理转发。',
      en: 'Use a port above 1024, behind a reverse proxy.',
    },
  },
  'api.address-not-ours': {
    kind: 'unavailable',
    text: { zh: '这台机器没有地址 {host}。', en: 'This machine does not have the address {host}.' },
    next: {
      zh: '请检查 SUIXING_HOST；127.0.0.1 只供本机访问，0.0.0.0 供所有网络访问。',
      en: 'Check SUIXING_HOST; 127.0.0.1 serves this machine only, 0.0.0.0 every network.',
    },
  },
});
