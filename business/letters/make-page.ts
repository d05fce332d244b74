import { amountInWords, showYuan, type Text } from '#basics';
import { qrSvg } from '#platform/typesetting';
import { saidInWords } from './days-in-words.ts';
import type { DocumentKind, FormContent, Language, LetterContent, LetterText } from './letter.ts';
import { codeOf, writesDays } from './versions.ts';

/** A letter in one language, as the templates take it. */
export interface LetterPage {
  readonly lang: Language;
  /** With which it was issued: its page says days, and where it is checked, as it did then. */
  readonly templateVersion: number;
  /** It shows what another agency said, and is no letter of ours. */
  readonly copy?: true;
  /** In another language than the one it was issued in. */
  readonly translated: boolean;
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly office: string;
  /** The office in the other language. */
  readonly officeBeside: string;
  readonly issuedOn: string;
  readonly to: string;
  readonly opening: string;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  readonly amount: { readonly yuan: string; readonly words: string } | null;
  readonly lists: readonly {
    readonly title: string;
    readonly items: readonly { readonly text: string; readonly note: string | null }[];
  }[];
  readonly clauses: readonly { readonly citation: string; readonly says: string }[];
  readonly remedies: readonly string[] | null;
  readonly closing: string;
  readonly form: FormPage | null;
  /** The signed code as a picture; null where the letter bears none. */
  readonly qr: string | null;
}

/** The boxes and tables of a form, in one language. */
export interface FormPage {
  readonly reference: string | null;
  readonly validUntil: string | null;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly name: string; readonly value: string; readonly wide: boolean }[];
  }[];
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: readonly string[];
}

/** What a page is made of; `lang` is the one that it is printed in, where that is not the letter's own. */
export interface PageParts {
  readonly kind: DocumentKind;
  readonly title: Text;
  readonly content: LetterContent;
  readonly office: Text;
  readonly number: string;
  readonly issuedOn: string;
  readonly statement: string | null;
  readonly templateVersion: number;
  readonly language: Language;
  readonly lang?: Language;
  readonly copy?: true;
}

/** One language of a letter, with the amount in words and the code as a picture. */
export function pageOf({ content, language, lang = language, ...head }: PageParts): LetterPage {
  const { templateVersion } = head;
  const inWords = writesDays(templateVersion);
  const say = (text: LetterText): string => (inWords ? saidInWords(text, lang) : text[lang]);
  const { amountFen } = content;
  return {
    ...(head.copy ? { copy: head.copy } : {}),
    ...{
      lang,
      templateVersion,
      translated: lang !== language,
      kind: head.kind,
      number: head.number,
      issuedOn: head.issuedOn,
    },
    title: say(head.title),
    office: say(head.office),
    officeBeside: head.office[lang === 'zh' ? 'en' : 'zh'],
    to: say(content.to),
    opening: say(content.opening),
    rows: content.rows.map(({ name, value }) => ({ name: say(name), value: say(value) })),
    amount:
      amountFen === null
        ? null
        : { yuan: showYuan(BigInt(amountFen)), words: amountInWords(BigInt(amountFen)) },
    lists: content.lists.map(({ title, items }) => ({
      title: say(title),
      items: items.map(({ text, note }) => ({ text: say(text), note: note && say(note) })),
    })),
    clauses: content.clauses.map(({ citation, says }) => ({ citation: say(citation), says: say(says) })),
    remedies: content.remedies?.map(say) ?? null,
    closing: say(content.closing),
    form: content.form ? formOf(content.form, say) : null,
    qr: head.statement === null ? null : qrSvg(head.statement, codeOf(templateVersion)),
  };
}

function formOf(
  { reference, validUntil, ...form }: FormContent,
  say: (text: LetterText) => string,
): FormPage {
  return {
    ...{ reference, validUntil },
    sections: form.sections.map(({ title, rows }) => ({
      title: say(title),
      rows: rows.map(({ name, value, wide }) => ({ name: say(name), value: say(value), wide })),
    })),
    tables: form.tables.map(({ title, columns, rows }) => ({
      title: say(title),
      columns: columns.map(say),
      rows: rows.map((cells) => cells.map(say)),
    })),
    notes: form.notes.map(say),
  };
}
