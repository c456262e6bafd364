import { Button, Group, Modal, TextInput } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'

import { m } from '~/texts/messages'

import type { ExplainedError } from './error-panel'
import { FormError } from './form-error'
import { onePress } from './one-press'
import { sameName } from './same-name'

interface ConfirmProps {
  readonly title: string
  /** What will happen and what will be lost. */
  readonly children?: ReactNode
  readonly confirmLabel: string
  readonly cancelLabel?: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  /** A word to type before it may be confirmed; only where something is lost for good. */
  readonly typed?: { readonly word: string; readonly label: string }
  /** `danger` where something is lost. */
  readonly tone?: 'normal' | 'danger'
  readonly busy?: boolean
  readonly error?: ExplainedError | null
}

/** Asks once before something that cannot be taken back. Escape and the cross cancel; focus returns to where it was. */
export function ConfirmDialog({ opened, ...rest }: ConfirmProps & { readonly opened: boolean }) {
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title={rest.title}
      size="md"
      closeOnClickOutside={!rest.busy}
      closeButtonProps={{ 'aria-label': m.common_close() }}
    >
      <Question {...rest} />
    </Modal>
  )
}

function Question({
  children,
  confirmLabel,
  cancelLabel = m.common_cancel(),
  onConfirm,
  onClose,
  typed,
  tone = 'normal',
  busy = false,
  error = null,
}: ConfirmProps) {
  const [text, setText] = useState('')
  const [missed, setMissed] = useState(false)
  const agrees = typed === undefined || sameName(text, typed.word)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setMissed(!agrees)
    if (agrees) onConfirm()
  }
  return (
    <form onSubmit={submit}>
      {children}
      {typed && (
        <TextInput
          mt="md"
          label={typed.label}
          // The word may be a very long name, and is to be read whole.
          styles={{ label: { maxWidth: '100%' } }}
          value={text}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
          error={missed && !agrees ? m.common_typed_differs({ word: typed.word }) : null}
        />
      )}
      {error && (
        <div style={{ marginTop: '1rem' }}>
          <FormError error={error} />
        </div>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {cancelLabel}
        </Button>
        <Button type="submit" loading={busy} {...onePress} {...(tone === 'danger' && { color: 'red.9' })}>
          {confirmLabel}
        </Button>
      </Group>
    </form>
  )
}
