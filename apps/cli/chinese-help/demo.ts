/** The words of the demo in Chinese, by their English. */
export const demoInChinese: Readonly<Record<string, string>> = {
  'only in a demo': '只用于演示',
  'the latest messages to people, codes included': '最近发给个人的消息，包括验证码',
  'move the demo’s clock, that of both agencies, with their jobs and their simulated banks':
    '把演示的时钟（两个机构同一个）往后拨，定时任务和模拟银行随之运行',
  '10d or 36h': '例如 10d（天）或 36h（小时）',
  'people who were insured in one of the two cities and work in the other: for transfers to try':
    '在一个城市参过保、现在另一个城市就业的人，可以拿来办转移',
  'taken, refused or unanswered': 'taken（接收）、refused（不接收）或 unanswered（不写账户、不答复）',
  'what the agency does with balances from elsewhere; without a word it is only told':
    '本机构怎样对待其他机构划来的余额；不写就只显示',
};
