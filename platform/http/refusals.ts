import { defineRefusals } from '#basics';

/** What the door itself refuses, before any use case is asked. Every operation may answer these. */
export const httpRefusals = defineRefusals({
  'http.bad-input': {
    kind: 'bad-input',
    text: { zh: '请求里有写错或缺少的内容。', en: 'Something in the request is wrong or missing.' },
    next: { zh: '请按列出的每一项改正后再提交。', en: 'Correct each of the listed items and send it again.' },
  },
  'http.not-json': {
    kind: 'bad-input',
    text: { zh: '请求内容不是 JSON。', en: 'The body is not JSON.' },
    next: { zh: '请提交一个 JSON 对象。', en: 'Send one JSON object.' },
  },
  'http.media-type': {
    kind: 'media-type',
    text: { zh: '不接受这种内容类型。', en: 'This content type is not taken here.' },
    next: {
      zh: '请按接口说明填写 Content-Type，通常是 application/json。',
      en: 'Set Content-Type as the API page says; mostly it is application/json.',
    },
  },
  'http.broken-off': {
    kind: 'bad-input',
    text: { zh: '传输中断，文件没有收全。', en: 'The connection broke off before the file was there.' },
    next: { zh: '请重新上传。', en: 'Send the file again.' },
  },
  'http.content-encoding': {
    kind: 'media-type',
    text: { zh: '不接受压缩过的请求内容。', en: 'A compressed body is not taken here.' },
    next: {
      zh: '请不要压缩，去掉 Content-Encoding 后再提交。',
      en: 'Send it as it is, without the header Content-Encoding.',
    },
  },
  'http.cursor': {
    kind: 'bad-input',
    text: {
      zh: '翻页标记无效，或者属于另一个查询。',
      en: 'The cursor is not valid, or belongs to another query.',
    },
    next: {
      zh: '请从第一页重新开始；翻页时不要改变查询条件。',
      en: 'Begin again at the first page, and keep the query as it is while paging.',
    },
  },
  'http.idempotency-key-missing': {
    kind: 'bad-input',
    text: {
      zh: '这个操作会改变数据，请求头里必须有 Idempotency-Key（1 至 255 个可见字符）。',
      en: 'This operation changes data and needs the header Idempotency-Key (1 to 255 visible characters).',
    },
    next: {
      zh: '请为每一次新的操作生成一个随机值；重试同一操作时用同一个值。',
      en: 'Make a random value for each new operation, and send the same value when you try the same one again.',
    },
  },
  'http.idempotency-key-reused': {
    kind: 'conflict',
    text: {
      zh: '这个 Idempotency-Key 已用于另一个内容不同的请求。',
      en: 'This Idempotency-Key was already used for a request with other content.',
    },
    next: { zh: '请为新的请求换一个值。', en: 'Use another value for another request.' },
  },
  'http.not-signed-in': {
    kind: 'unauthenticated',
    text: { zh: '您还没有登录，或者登录已经过期。', en: 'You are not signed in, or your session is over.' },
    next: { zh: '请登录后再试。', en: 'Sign in and try again.' },
  },
  'http.not-allowed': {
    kind: 'forbidden',
    text: { zh: '您的身份不能办理这一项。', en: 'Your role does not allow this.' },
    next: {
      zh: '请转给有权办理的人，或者联系管理员。',
      en: 'Hand it to somebody who may do it, or ask an administrator.',
    },
  },
  'http.browser-header-missing': {
    kind: 'forbidden',
    text: {
      zh: '网页请求缺少请求头 X-Suixing: 1，已拒绝，以防他人网站冒用您的登录。',
      en: 'The header X-Suixing: 1 is missing. It keeps other sites from using your session.',
    },
    next: { zh: '请在请求头里加上 X-Suixing: 1。', en: 'Send the header X-Suixing: 1.' },
  },
  'http.no-such-path': {
    kind: 'not-found',
    text: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
    next: { zh: '接口一览在 /docs。', en: 'The operations are listed at /docs.' },
  },
  'http.too-large': {
    kind: 'too-large',
    text: { zh: '提交的内容太大，没有处理。', en: 'What was sent is too large; nothing was done.' },
    next: {
      zh: '能分开的请分成几次提交；单个文件太大的，请向出具文件的一方要分开的文件。',
      en: 'Send in several parts what can be parted; for a single file ask whoever issued it for smaller ones.',
    },
  },
  'http.too-many': {
    kind: 'too-many',
    text: { zh: '请求太频繁。', en: 'Too many requests.' },
    next: { zh: '请稍等 {seconds} 秒再试。', en: 'Wait {seconds} seconds and try again.' },
  },
  'http.unavailable': {
    kind: 'unavailable',
    text: { zh: '系统暂时不能服务。', en: 'We cannot serve you just now.' },
    next: {
      zh: '请过一会儿再试；您的数据没有改变。',
      en: 'Try again in a little while; nothing of yours was changed.',
    },
  },
});

export type HttpCode = keyof typeof httpRefusals;
