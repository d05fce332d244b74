type Content = Node | string | null | readonly (Node | string | null)[];

interface Given {
  readonly holds?: Content;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  readonly attributes?: Readonly<Record<string, string | boolean | null>>;
}

/** An element with what it holds and what it hears: all that is needed to draw without a library. Texts go in as texts. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { holds = null, on = {}, attributes = {} }: Given,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(name, value === true ? '' : value);
  for (const [kind, heard] of Object.entries(on)) made.addEventListener(kind, heard);
  made.append(...[holds].flat().filter((each) => each !== null));
  return made;
}
