/** The words of the demo in Chinese, by their English. */
export const demoInChinese: Readonly<Record<string, string>> = {
  'only in a demo': '只用于演示',
  'the latest messages to people, codes included': '最近发给个人的消息，包括验证码',
  'move the demo’s clock, with its jobs and its simulated bank':
    '把演示的时钟往后拨，定时任务和模拟银行随之运行',
  '10d or 36h': '例如 10d（天）或 36h（小时）',
};
