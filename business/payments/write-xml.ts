/** An element: its name, and its text or its children. Null children are left out. */
export type Xml = readonly [
  name: string,
  content: string | readonly (Xml | null)[],
  attributes?: Readonly<Record<string, string>>,
];

/** The same tree gives the same bytes: two spaces a level, no empty elements, UTF-8. A comment stands before the root. */
export function writeXml(root: Xml, comment?: string): string {
  if (comment?.includes('--')) throw new Error('writeXml: a comment of ours holds no double hyphen');
  const said = comment === undefined ? '' : `<!-- ${comment} -->\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${said}${element(root, '')}`;
}

function element([name, content, attributes = {}]: Xml, indent: string): string {
  const held = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const opening = `${indent}<${name}${held.join('')}>`;
  if (typeof content === 'string') return `${opening}${escaped(content)}</${name}>\n`;
  const children = content.filter((child) => child !== null);
  return `${opening}\n${children.map((child) => element(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes a line feed of it otherwise.
  '\r': '&#xD;',
};

/** What XML cannot hold, not even as a reference (controls, halves of pairs, U+FFFE), becomes the sign for what was lost. */
const unfitForXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(unfitForXml, '\ufffd').replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);
}

/**
 * A name as clearing systems take it: letters of any script, digits and plain punctuation; everything else becomes a space.
 * Never empty, at most `longest` characters.
 */
export function plainText(text: string, longest = 140): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} .,'()/·+:?&-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...plain].slice(0, longest).join('').trim() || '-';
}
