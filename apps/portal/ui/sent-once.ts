/** The keys of one page's writes: the same content carries the same key until it is done, and is on its way only once. */
export interface SentOnce {
  /** The key to send it with; null while the same content is on its way already. */
  begin(content: string): string | null;
  /** Done, it may be said anew; where it failed, its next try is the same write. */
  end(content: string, how: 'done' | 'failed'): void;
}

export function sentOnce(newKey: () => string): SentOnce {
  const keys = new Map<string, string>();
  const onWay = new Set<string>();
  return {
    begin(content) {
      if (onWay.has(content)) return null;
      const key = keys.get(content) ?? newKey();
      keys.set(content, key);
      onWay.add(content);
      return key;
    },
    end(content, how) {
      onWay.delete(content);
      if (how === 'done') keys.delete(content);
    },
  };
}
