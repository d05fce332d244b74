/** A heading of several clauses, which breaks between them rather than within one where there is room. */
export function Phrases({ children }: { readonly children: string }) {
  return children.split(/(?<=，|, )/).map((phrase) => (
    <span key={phrase} className="phrase">
      {phrase}
    </span>
  ));
}
