/** Ready to be sent. Not `zh` and `en`, of which a page carries one: an employer reads Chinese, whoever sends it. */
interface Message {
  readonly toSend: string;
  readonly meaning: string;
}

/** What to write to an employer, by the reason that is theirs to see to. */
export const employerMessages: Readonly<Record<string, Message>> = {
  'insurance-stopped': {
    toSend:
      '您好，我要办理医保关系转移，需要先停保。请为我办理医保减员、停保，办好后告诉我停保的日期，谢谢。',
    meaning:
      'I am transferring my medical insurance, and it has to be stopped first. Please take me off the roster and stop it, and tell me the date. Thank you.',
  },
  'not-enrolled-here': {
    toSend:
      '您好，我要把医保关系转到现在工作的地方，需要先在这里参保。请为我办理参保登记，办好后告诉我生效的日期，谢谢。',
    meaning:
      'I am transferring my medical insurance to where I work now and have to be enrolled here first. Please enrol me, and tell me from which date. Thank you.',
  },
  arrears: {
    toSend: '您好，我要办理医保关系转移，医保费还有欠缴。请补缴，到账后告诉我，谢谢。',
    meaning:
      'I am transferring my medical insurance, and contributions are in arrears. Please pay them and tell me once they are in. Thank you.',
  },
  'insured-elsewhere': {
    toSend:
      '您好，我已经在别的地方参保，要办理医保关系转移。请为我办理原来那边的医保减员、停保，办好后告诉我停保的日期，谢谢。',
    meaning:
      'I am insured elsewhere now and am transferring my record. Please take me off the roster there and stop the insurance, and tell me the date. Thank you.',
  },
};
