/** Long enough for Chrome to have read the file; its address is given back afterwards. */
const READ_WITHIN_MS = 60_000;

/** Puts a file into the downloads; words are JSON. */
export function saveFile(name: string, content: string | Blob): void {
  const address = URL.createObjectURL(
    typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content,
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
}
