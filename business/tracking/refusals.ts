import { defineRefusals } from '#basics';

/** Why somebody is not told where a case is: one answer, whatever did not fit. */
export const trackingRefusals = defineRefusals({
  'tracking.not-told': {
    kind: 'not-found',
    text: {
      zh: '办理编号与查询码或证件信息不相符，或者错误次数过多、暂停查询。',
      en: 'The case number and the tracking code or document do not belong together, or there were too many wrong tries and asking is paused.',
    },
    next: {
      zh: '请按受理回执核对；连续错误 5 次后须等待 15 分钟，之后加倍。也可以到窗口查询。',
      en: 'Check them against your receipt. After 5 wrong tries wait a quarter of an hour; each further lock is twice as long. The window tells you too.',
    },
  },
});
