import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export type DialogProps = {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
  readonly role?: 'dialog' | 'alertdialog';
  /** Escape is the same as this; without it, the dialog has to be answered. */
  readonly onCancel?: () => void;
};

/** A native modal dialog, open for as long as it is drawn. The focus goes back to where it was. */
export function Dialog({ title, children, actions, role = 'dialog', onCancel }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the element leaves the page: only then does closing give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
      onClose={() => {
        // Chrome closes at a second Escape whatever was prevented.
        if (dialog.current?.isConnected && !dialog.current.open) dialog.current.showModal();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="dialog-words" id={`${id}-words`}>
        {children}
      </div>
      <div class="dialog-actions">{actions}</div>
    </dialog>
  );
}
