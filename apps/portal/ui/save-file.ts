/** Hands a file over that was made, or came, here. */
export function saveFile(file: {
  readonly content: BlobPart;
  readonly name: string;
  /** Its media type; text says in which letters it is written. */
  readonly type: string;
}): void {
  const address = URL.createObjectURL(new Blob([file.content], { type: file.type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
}
