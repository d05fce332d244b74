/** The words of webhooks in Chinese, by their English. */
export const webhooksInChinese: Readonly<Record<string, string>> = {
  'programs that are told of the steps of cases': '订阅办理环节的其他程序',
  'all webhooks': '全部订阅',
  'steps with commas between: *, withdrawal.*, withdrawal.confirm-paid':
    '环节，用半角逗号分隔：*、withdrawal.*、withdrawal.confirm-paid',
  'told when it is switched off': '停用时通知的邮箱',
  'tell a program of steps from now on; prints its secret': '从现在起把环节告诉一个程序；给出签名密钥',
  'as `webhooks list` names it': '订阅编号，见 webhooks list',
  'another secret; the one before signs too for a day': '更换签名密钥；旧密钥一天内仍一起签名',
  'switch a webhook on again': '重新启用订阅',
  'end a webhook for good': '终止订阅',
  'what a webhook was told, the latest first': '一个订阅的投递记录，最近的在前',
  'the first step, by its number for this webhook': '从哪个序号起',
  'the last step; the latest where left out': '到哪个序号止；不写就到最新',
  'tell steps again': '重发环节',
};
