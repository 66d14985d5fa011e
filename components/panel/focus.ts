/** After a log the keyboard goes on with the next call, once the list is drawn again. */
export function focusFirstCall(): void {
  let framesLeft = 60;
  const seek = (): void => {
    const button = document.querySelector<HTMLElement>('.row-call .button:not(:disabled)');
    framesLeft -= 1;
    if (button) button.focus();
    else if (framesLeft > 0) requestAnimationFrame(seek);
  };
  requestAnimationFrame(seek);
}
