import { Dialog, type DialogProps } from './Dialog';

/** Asks something that cannot wait. Escape is the same as `onCancel`; without one, the dialog has to be answered. */
export function AlertDialog(props: Omit<DialogProps, 'role'>) {
  return <Dialog {...props} role="alertdialog" />;
}
