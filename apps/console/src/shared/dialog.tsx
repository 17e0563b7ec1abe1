import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/i18n.js';
import styles from './dialog.module.css';

type Given = Readonly<{
  name: string;
  /** Absent: it stays until what it asks for is done. */
  close?: () => void;
  /** Without its name in view, and without a margin. */
  bare?: boolean;
  children: ReactNode;
}>;

/** What lies over the page: named, with the focus in it, closed by Esc. */
export const Dialog = ({ name, close, bare = false, children }: Given) => {
  const { t } = useWords();
  return (
    <Modal.Root
      opened
      onClose={close ?? (() => undefined)}
      closeOnEscape={close !== undefined}
      closeOnClickOutside={close !== undefined}
      size={bare ? 'lg' : 'md'}
      yOffset="10vh"
    >
      <Modal.Overlay />
      <Modal.Content aria-label={name}>
        <Modal.Body p={bare ? 0 : 'md'}>
          {!bare && (
            <div className={styles['top']}>
              <h2>{name}</h2>
              {close && <CloseButton onClick={close} aria-label={t('app.close')} />}
            </div>
          )}
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
