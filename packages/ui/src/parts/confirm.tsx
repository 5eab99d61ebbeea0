import { type ReactNode, useEffect, useRef } from 'react';

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before what cannot be undone. The browser's own dialog keeps the focus inside and closes on Escape. */
export function Confirm({ isOpen, title, children, confirm, cancel, onConfirm, onCancel }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="confirm" aria-label={title} onClose={onCancel}>
      <div className="stack">
        <h2>{title}</h2>
        <div>{children}</div>
        <div className="row">
          <button type="button" className="button danger" onClick={onConfirm}>
            {confirm}
          </button>
          <button type="button" className="button quiet" onClick={onCancel}>
            {cancel}
          </button>
        </div>
      </div>
    </dialog>
  );
}
