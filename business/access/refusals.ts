import { defineRefusals } from '#basics';

/** Why somebody does not get in, or may not change how somebody gets in. */
export const accessRefusals = defineRefusals({
  'access.no-session': {
    kind: 'unauthenticated',
    text: { zh: '登录已失效。', en: 'This session is over.' },
    next: { zh: '请重新登录。', en: 'Sign in again.' },
  },
  'access.role-missing': {
    kind: 'forbidden',
    text: { zh: '您的岗位不能办理这一项。', en: 'Your role does not allow this.' },
    next: { zh: '请由有权限的同事办理。', en: 'Ask a colleague whose role allows it.' },
  },
  'access.wrong-credentials': {
    kind: 'unauthenticated',
    text: {
      zh: '登录名或密码不正确（用动态验证码的，也可能是它不正确），或者错误次数过多、暂时不能登录。',
      en: 'The login name or the password is wrong (or the one-time code, if you use one), or there were too many wrong tries and signing in is paused.',
    },
    next: {
      zh: '请核对后再试；连续错误 5 次后须等待 1 分钟，之后每次错误等待时间加倍。每个动态验证码只能使用一次。',
      en: 'Check them and try again. After 5 wrong tries wait a minute; each further one doubles the wait. Each one-time code works once.',
    },
  },
  'access.prove-again': {
    kind: 'forbidden',
    text: { zh: '要先再验证一次密码。', en: 'Your password is asked once more first.' },
    next: {
      zh: '请再填一次现在的密码；几分钟内不会再问。',
      en: 'Give your present password again; it is not asked anew for a few minutes.',
    },
  },
  'access.contact-unfit': {
    kind: 'bad-input',
    text: {
      zh: '这个号码或邮箱不能用，原因已列出。',
      en: 'This telephone number or e-mail cannot be taken; why is listed.',
    },
    next: { zh: '请核对后再填。', en: 'Check it and enter it again.' },
  },
  'access.codes-today': {
    kind: 'too-many',
    text: { zh: '今天发出的验证码已经够多了。', en: 'Enough codes were sent to you today.' },
    next: {
      zh: '请明天再试，或者带证件到窗口办理。',
      en: 'Try again tomorrow, or come to the window with your identity document.',
    },
  },
  'access.second-factor-needed': {
    kind: 'unauthenticated',
    text: { zh: '还需要动态验证码。', en: 'The one-time code of your second factor is needed too.' },
    next: {
      zh: '请填写验证器应用上显示的六位数字。',
      en: 'Add the six digits that your authenticator app shows.',
    },
  },
  'access.second-factor-wrong': {
    kind: 'unprocessable',
    text: { zh: '动态验证码不正确。', en: 'This one-time code is not right.' },
    next: {
      zh: '请先用验证器应用扫描最新的二维码，再填写当前显示的六位数字；并核对手机时间。',
      en: 'Scan the latest QR code with your authenticator app, then give the six digits that it shows now; check the time of your telephone.',
    },
  },
  'access.enrolment-needed': {
    kind: 'forbidden',
    text: {
      zh: '首次登录前须设置自己的密码和动态验证码。',
      en: 'Before you first sign in, set a password of your own and a second factor.',
    },
    next: {
      zh: '请用管理员交给您的临时密码办理首次设置；没有临时密码的，请管理员重置。',
      en: 'Enrol with the temporary password that your administrator gave you; without one, ask for a reset.',
    },
  },
  'access.already-enrolled': {
    kind: 'conflict',
    text: { zh: '首次设置已经完成。', en: 'You have enrolled already.' },
    next: { zh: '请直接登录。', en: 'Sign in.' },
  },
  'access.password-unfit': {
    kind: 'bad-input',
    text: { zh: '密码或登录名不符合要求。', en: 'The password or the login name does not meet the rules.' },
    next: { zh: '请按列出的每一项改正。', en: 'Correct each of the listed items.' },
  },
  'access.officer-unfit': {
    kind: 'bad-input',
    text: { zh: '工作人员信息有误。', en: 'Something about the officer is wrong.' },
    next: { zh: '请按列出的每一项改正。', en: 'Correct each of the listed items.' },
  },
  'access.login-name-taken': {
    kind: 'conflict',
    text: { zh: '这个登录名已经有人使用。', en: 'Somebody has this login name already.' },
    next: { zh: '请换一个登录名。', en: 'Choose another one.' },
  },
  'access.no-office': {
    kind: 'not-found',
    text: { zh: '没有编号为 {office} 的经办机构。', en: 'There is no office {office}.' },
    next: { zh: '请核对机构编号。', en: 'Check the office’s id.' },
  },
  'access.no-officer': {
    kind: 'not-found',
    text: { zh: '没有这位工作人员。', en: 'There is no such officer.' },
    next: { zh: '请从人员清单中选择。', en: 'Choose from the list of officers.' },
  },
  'access.no-limit-asked': {
    kind: 'not-found',
    text: { zh: '没有这项待定的额度申请。', en: 'No such limit waits to be agreed to.' },
    next: { zh: '请从额度清单里选择待定的。', en: 'Choose one that waits from the list of limits.' },
  },
  'access.limit-by-two': {
    kind: 'forbidden',
    text: { zh: '申请额度的管理员不能自己同意。', en: 'Whoever asked for a limit does not agree to it.' },
    next: { zh: '请另一位管理员办理。', en: 'Ask another administrator.' },
  },
  'access.own-roles': {
    kind: 'forbidden',
    text: {
      zh: '不能更改自己的岗位，也不能停用或重置自己。',
      en: 'Nobody changes their own roles, disables or resets themselves.',
    },
    next: { zh: '请另一位管理员办理。', en: 'Ask another administrator.' },
  },
  'access.already-set-up': {
    kind: 'conflict',
    text: { zh: '已经有管理员了。', en: 'There is an administrator already.' },
    next: {
      zh: '请由管理员登录后添加工作人员。',
      en: 'An administrator signs in and adds further officers.',
    },
  },
  'access.code-wrong': {
    kind: 'unprocessable',
    text: {
      zh: '所填信息、验证码或窗口给的码不正确，或者这个码已过期、已用过、试错次数过多。',
      en: 'What you gave or the code is not right, or the code is too old, was used, or was tried too often.',
    },
    next: {
      zh: '请核对后再试，或重新取一个码；也可以带上有效证件到窗口办理。',
      en: 'Check it and try again, ask for a new code, or come to the window with your identity document.',
    },
  },
  'access.inquiry-not-open': {
    kind: 'unprocessable',
    text: {
      zh: '这个编号和口令现在不能开通登录名。',
      en: 'This number and secret do not open a login now.',
    },
    next: {
      zh: '请核对编号和口令；两名工作人员确认之后 30 天内可以开通一次。也可以带证件到窗口领激活码。',
      en: 'Check the number and the secret. They work once, within 30 days after two officers have confirmed your papers. The window can also hand over an activation code.',
    },
  },
  'access.inquiry-used': {
    kind: 'conflict',
    text: {
      zh: '已经用这个编号和口令开通过登录名。',
      en: 'A login was opened with this number and secret already.',
    },
    next: {
      zh: '请直接登录；忘了密码，或者不是您开通的，请带证件到窗口。',
      en: 'Sign in with it. If you forgot the password, or it was not you, come to the window with your identity document.',
    },
  },
  'access.login-exists': {
    kind: 'conflict',
    text: { zh: '这位参保人已经有登录账号。', en: 'This insured person has a login already.' },
    next: { zh: '忘记密码请办理找回。', en: 'Recover it where the password was forgotten.' },
  },
  'access.no-login': {
    kind: 'not-found',
    text: { zh: '没有这个登录账号。', en: 'There is no such login.' },
    next: { zh: '请从该人的账号清单中选择。', en: 'Choose from the list of the person’s logins.' },
  },
  'access.no-person': {
    kind: 'not-found',
    text: { zh: '没有这个人的记录。', en: 'There is no record of this person.' },
    next: { zh: '请核对证件后查询。', en: 'Look them up by their identity document.' },
  },
  'access.person-dead': {
    kind: 'conflict',
    text: {
      zh: '已登记参保人去世，不能再为本人或代办人开通账号。',
      en: 'The death of this person is on record, so that no login is made for them or their agents any more.',
    },
    next: {
      zh: '继承人以继承人身份开通；登记有误的先更正。',
      en: 'Heirs get a login as heirs; where the record is wrong, have it corrected first.',
    },
  },
  'access.no-capacity': {
    kind: 'forbidden',
    text: { zh: '这个账号不能以所选身份办事。', en: 'This login may not act in the capacity you chose.' },
    next: {
      zh: '请选择账号已有的身份。没有可选的，请带有效证件到任一窗口领一个码，用它增加身份、恢复这个账号或者另开一个。',
      en: 'Choose one that the login has. Where there is none, come to any window with your identity document: a code from there adds one, gives you this login back, or opens another.',
    },
  },
  'access.login-closed': {
    kind: 'forbidden',
    text: { zh: '这个账号已经关闭。', en: 'This login is closed.' },
    next: {
      zh: '登记显示参保人已经去世，请节哀。账户的余额由家人继承：请看“亲人去世以后”一页，或者带上您的身份证件到任一窗口，工作人员会帮您。如果登记有误，也请到窗口更正。',
      en: 'Our record says that the insured person has died; we are sorry. What was in the account passes to the family: see the page “After somebody has died”, or come to any window with your own identity document, where you are helped. If the record is wrong, have it put right at the window.',
    },
  },
  'access.cookie-stays': {
    kind: 'forbidden',
    text: {
      zh: '浏览器里的会话只在 cookie 里，不能换成 token。',
      en: 'A session of a browser stays in its cookie and is not exchanged for a token.',
    },
    next: {
      zh: '请去掉 deliver，或者写 cookie；程序要用 token 的，请用 POST /sessions 登录。',
      en: 'Leave `deliver` out, or let it be `cookie`. A program that needs a token signs in with POST /sessions.',
    },
  },
  'access.no-key': {
    kind: 'not-found',
    text: { zh: '没有这个接口密钥。', en: 'There is no such key.' },
    next: { zh: '请从密钥清单中选择。', en: 'Choose from the list of keys.' },
  },
});

export type AccessCode = keyof typeof accessRefusals;
