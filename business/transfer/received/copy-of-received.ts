import { shanghaiTime, type Text } from '#basics';
import { type CopyParts, requestTitles } from '#business/letters';
import { type FormFacts, formOfMessage } from '../forms/form-of-message.ts';
import { bareForm, placeName, row, section } from '../forms/parts.ts';
import type { MissingThing } from '../messages/missing-things.ts';
import type { KeptWord } from '../words/partner-words.store.ts';
import type { Received } from './read-received.ts';

/** What another agency said, as its form would say it, with who said it, when it came, and by what it is told apart. */
export function copyOfReceived(
  { said, digest, receivedAt, paperReference, saidOn }: Received,
  about: {
    readonly word: KeptWord;
    readonly office: Text;
    /** Whom our own record says that the transfer is about: some messages name nobody. */
    readonly person: FormFacts['person'];
    readonly language: CopyParts['language'];
    /** What an invalidation takes back. */
    readonly takesBack: FormFacts['takesBack'];
    readonly side?: FormFacts['side'];
  },
): CopyParts {
  const { word, office, person, language, takesBack, side } = about;
  const { kind, content } = formOfMessage(said, {
    ...{ from: word.from, to: word.to, person, caseNumber: '—', workingDays: null, remark: null },
    ...{ takesBack, ...(side ? { side } : {}) },
  });
  const form = content.form ?? bareForm();
  const here = section(heading, [
    row(
      { zh: '发送机构', en: 'From' },
      { zh: `${office.zh}，${placeName(word.from).zh}`, en: office.en },
      true,
    ),
    row({ zh: '发出时间', en: 'Said' }, shanghaiTime(word.sentAt)),
    row({ zh: '收到时间', en: 'Received' }, shanghaiTime(receivedAt)),
    row({ zh: '渠道', en: 'Channel' }, channels[word.channel]),
    paperReference === null ? null : row({ zh: '来函文号', en: 'Its reference' }, paperReference),
    row({ zh: '报文编号', en: 'Message' }, word.messageId, true),
    row({ zh: '摘要（SHA-256）', en: 'Digest (SHA-256)' }, digest, true),
  ]);
  return {
    ...{ kind, office, language, number: word.messageId, issuedOn: saidOn },
    ...(isFirstRequest(said) ? { title: titleOfRequest(said.body.missing) } : {}),
    content: {
      ...content,
      form: {
        ...form,
        sections: [here, ...form.sections],
        notes: [isCopy, ...(namesNobody.has(kind) ? [ofOurRecord] : []), ...form.notes],
      },
    },
  };
}

/** What is asked for the first time travels as a reminder, and reminds of nothing. */
function isFirstRequest(said: Received['said']): said is Extract<Received['said'], { type: 'reminder' }> {
  return said.type === 'reminder' && said.body.certificate === null && said.body.count <= 1;
}

function titleOfRequest(missing: readonly MissingThing[]): Text {
  const [only, ...more] = missing;
  if (more.length > 0) return requestTitles.other;
  return only === 'receiving-account' || only === 'sheet-correction'
    ? requestTitles[only]
    : requestTitles.other;
}

const heading: Text = { zh: '收到的内容', en: 'What was received' };

const channels: Readonly<Record<KeptWord['channel'], Text>> = {
  gateway: { zh: '网关，带签名', en: 'gateway, signed' },
  paper: { zh: '纸质，两人核对', en: 'on paper, compared by two' },
};

const isCopy: Text = {
  zh: '本件是收到内容的副本，由收到它的机构按统一格式打印，不是对方机构出具的原件，没有印章和核验码；以报文编号和摘要为准。',
  en: 'This is a copy of what was received, printed by the agency that received it in the common form. It is not the original of the other agency and bears no seal and no code; the message and its digest count.',
};

/** Forms of messages that name nobody: they are about the person of their transfer. */
const namesNobody: ReadonlySet<string> = new Set([
  ...[
    'balance-credited',
    'balance-refused',
    'account-details',
    'invalidation',
    'reminder',
    'transfer-declined',
  ],
]);

const ofOurRecord: Text = {
  zh: '报文本身不写姓名和证件号码，所列为收到它的机构对这件转移的记录，已遮盖。',
  en: 'The message itself names nobody: name and document, masked, are those on record for this transfer at the agency that received it.',
};
