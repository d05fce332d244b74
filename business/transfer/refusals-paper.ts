import { defineRefusals } from '#basics';

/** Letters on paper, out and in. */
export const paperRefusals = defineRefusals({
  'transfer.no-scan': {
    kind: 'unprocessable',
    text: {
      zh: '登记纸质来函要附上它的扫描件，这份文件不在本人的文件里。',
      en: 'A letter on paper is recorded with its scan, and this file is not among the person’s.',
    },
    next: { zh: '先上传来函的扫描件，再登记。', en: 'Upload the scan of the letter first, then record it.' },
  },
  'transfer.recorder-is-checker': {
    kind: 'forbidden',
    text: {
      zh: '登记纸质来函的人不能自己确认。',
      en: 'Whoever recorded a letter on paper cannot confirm it.',
    },
    next: { zh: '请另一名复核人员确认。', en: 'Ask another officer to confirm it.' },
  },
  'transfer.paper-decided': {
    kind: 'conflict',
    text: { zh: '这封纸质来函已经有复核结论。', en: 'This letter on paper has been decided on already.' },
    next: { zh: '需要更正时重新登记一份。', en: 'Record it anew where something is to be corrected.' },
  },
  'transfer.partner-has-gateway': {
    kind: 'conflict',
    text: {
      zh: '对方机构有网关，这件转移不在纸上办理。',
      en: 'The other agency has a gateway, and this transfer is not one on paper.',
    },
    next: {
      zh: '等它从网关答复；网关停用的，先由两名管理员在机构目录里改为纸质往来。',
      en: 'Wait for its answer through the gateway; where that is out of use, two administrators first set the agency to paper in the directory.',
    },
  },
  'transfer.partner-suspended': {
    kind: 'conflict',
    text: {
      zh: '与该机构的往来已暂停，它的来函现在不生效。',
      en: 'Exchange with that agency is suspended; nothing that it writes counts now.',
    },
    next: {
      zh: '暂停解除后再确认；登记的内容保留。',
      en: 'Confirm it once the suspension is lifted; what was keyed in stays.',
    },
  },
  'transfer.nothing-to-post': {
    kind: 'not-found',
    text: { zh: '这一步没有要寄出的函件。', en: 'There is no letter to post on this step.' },
    next: { zh: '从待寄函件清单里选择。', en: 'Choose it from the list of letters to be posted.' },
  },
  'transfer.posted-already': {
    kind: 'conflict',
    text: { zh: '这封函件已经登记寄出。', en: 'This letter is on record as posted already.' },
    next: {
      zh: '查看寄出日期；寄丢的，等期限届满后催办。',
      en: 'See when; a letter that got lost is followed by a reminder.',
    },
  },
  'transfer.posted-on-no-such-day': {
    kind: 'unprocessable',
    text: {
      zh: '寄出日期早于出具日期，或者还没有到。',
      en: 'It cannot have been posted before it was made, nor on a day to come.',
    },
    next: { zh: '按邮戳或回执填写。', en: 'Take the day from the postmark or the receipt.' },
  },
  'transfer.no-paper': {
    kind: 'not-found',
    text: { zh: '这件转移没有这封纸质来函。', en: 'The transfer has no such letter on paper.' },
    next: { zh: '从这件转移的来函清单里选择。', en: 'Choose it from the letters of the transfer.' },
  },
  'transfer.paper-newer': {
    kind: 'conflict',
    text: {
      zh: '这封来函已经由他人继续填写或者已经提交。',
      en: 'Somebody else has gone on with this letter, or it was handed in.',
    },
    next: { zh: '重新打开，在最新的内容上继续。', en: 'Open it again and go on from what is there now.' },
  },
  'transfer.paper-of-tomorrow': {
    kind: 'unprocessable',
    text: { zh: '来函日期还没有到。', en: 'The letter bears a day that is still to come.' },
    next: { zh: '按来函所写的日期填写。', en: 'Take the day that stands on it.' },
  },
  'transfer.paper-recorded': {
    kind: 'conflict',
    text: {
      zh: '这份扫描件或这个文号的来函已经登记过。',
      en: 'This scan, or a letter with this reference, is on record already.',
    },
    next: {
      zh: '打开已登记的一份；登记有误的，先由复核人员退回。',
      en: 'Open that one; where it was keyed in wrongly, a reviewer turns it down first.',
    },
  },
  'transfer.paper-not-reached': {
    kind: 'conflict',
    text: {
      zh: '该机构不在机构目录里，或者不是纸质往来的机构。',
      en: 'That agency is not in the directory, or is not one that is reached on paper.',
    },
    next: {
      zh: '有网关的机构，由它从网关发来联系函；没有网关的，先由两名管理员登记。',
      en: 'An agency with a gateway sends its letter through it; one without is entered by two administrators first.',
    },
  },
});
