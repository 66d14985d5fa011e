/** Long enough for Chrome to have read the file; its address is given back afterwards. */
const READ_WITHIN_MS = 60_000;

/** Puts a text file into the downloads. */
export function saveFile(name: string, words: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
}
