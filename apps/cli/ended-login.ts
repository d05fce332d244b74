import type { Text } from '#basics';
import type { EndedLogin } from '#business/mandate';

/** What the clerk reads who ended an employer's login: what went with it, and whom it had let act, each with the command that ends it. */
export function linesOfEnded(
  ended: EndedLogin & { readonly employerId: string },
): readonly (Text | string)[] {
  const { employerId, unaccepted, windowCodes, stillActing } = ended;
  const codes: Text = {
    zh: `未用的窗口激活码已作废：${windowCodes} 个`,
    en: `Unused codes of the window, void now: ${windowCodes}`,
  };
  return [
    { zh: '已终止。', en: 'Ended.' },
    ...(windowCodes > 0 ? [codes] : []),
    ...(unaccepted.length > 0 ? [waitingWords] : []),
    ...unaccepted.map(({ mandateId, agentName }) => `${mandateId}  ${agentName}`),
    ...(stillActing.length > 0 ? [actingWords] : []),
    ...stillActing.flatMap(({ mandateId, agentName, loginId, untilOn }) => [
      [mandateId, agentName, loginId, untilOn].filter((part) => part !== null).join('  '),
      `  suixing mandate end ${employerId} ${mandateId}`,
    ]),
  ];
}

const waitingWords: Text = {
  zh: '还没有人接受的委托，一并终止；确需经办的请单位重新委托：',
  en: 'Mandates that nobody had accepted ended as well; the employer gives another where it is still wanted:',
};
const actingWords: Text = {
  zh: '这个账号委托过、对方已接受的，仍然有效；请核实，不该有的逐份终止：',
  en: 'What this login let others do goes on. Check each, and end what should not be:',
};
