/** The words of letters to and from agencies without a gateway in Chinese, by their English. */
export const transferPapersInChinese: Readonly<Record<string, string>> = {
  'letters to and from agencies without a gateway': '与没有网关的机构往来的纸质函件',
  'those that were posted': '已经寄出的',
  'letters that are to be printed and posted, the oldest first': '要打印寄出的函件，先出具的在前',
  'as `transfer paper post` names it': '函件编号，由 transfer paper post 给出',
  'the day of the postmark': '邮戳日期',
  'the registered letter’s number, or who took it along': '挂号号码，或者交给了谁',
  'a letter was posted: the other agency’s time to answer runs from that day':
    '登记函件已寄出：对方的答复期限从这一天起算',
  'a contact letter came by post: open the case in which it is keyed in':
    '收到寄来的联系函：开办转出，以便登记',
  'which kind of letter': '来函种类',
  'the fields of a kind of letter, empty, as JSON': '一种来函的各项（空白 JSON）',
  'a letter that was begun; what is not given here stays as it was':
    '继续登记的来函；这里没有写的各项保持不变',
  'the version of it that you saw; the last one where left out': '您看到的版本；不写就是最新的',
  'its number, as it stands on it': '来函的文号',
  'its day': '来函日期',
  'its scan (PDF, JPEG, PNG), to be uploaded': '扫描件（PDF、JPEG、PNG），随即上传',
  'its scan, uploaded before': '已经上传的扫描件',
  'key a letter in from its scan; what it says as JSON on standard input':
    '照扫描件登记来函；内容以 JSON 从标准输入读入',
  'as `transfer paper list` names it': '来函编号，由 transfer paper list 给出',
  'throw away what was typed of a letter': '删除没有填完的来函',
  'of one transfer all, otherwise those that wait': '写办理编号时列出该件全部来函，否则列出待办的',
  'those that are still being keyed in': '没有填完的',
  'letters that came on paper': '纸质来函',
  'write its scan there; nothing is written over': '把扫描件写到这里；不覆盖已有文件',
  'what was keyed in, field by field, to be compared with the scan': '登记的内容，逐项与扫描件核对',
  'of what you compared, as `transfer paper show` prints it':
    '您核对的那一份的摘要，由 transfer paper show 给出',
  'it is what the scan says: what it asks for is done': '与扫描件一致，确认并照办',
  'what differs from the scan': '与扫描件不一致之处',
  'it is not what the scan says: it counts for nothing': '与扫描件不一致，退回，不生效',
};
