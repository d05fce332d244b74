/** Hands a file over that was made here. */
export function saveFile(file: {
  readonly text: string;
  readonly name: string;
  readonly type: string;
}): void {
  const address = URL.createObjectURL(new Blob([file.text], { type: `${file.type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
}
