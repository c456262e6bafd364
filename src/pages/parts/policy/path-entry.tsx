import { Button, Group, TextInput } from '@mantine/core'
import { type Ref, useState } from 'react'

import { checkBackupPath, samePath } from '~/domain/backup-path'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { m } from '~/texts/messages'
import { pathProblemWords } from '~/texts/schedule-words'

interface PathEntryProps {
  readonly id?: string
  readonly inputRef?: Ref<HTMLInputElement>
  readonly label: string
  readonly start: string
  /** The paths that it must not repeat. */
  readonly others: readonly string[]
  readonly os: VirtualMachine['os']
  readonly confirm: string
  readonly onPath: (path: string) => void
  readonly onCancel?: () => void
  /** True when the pasted text was taken elsewhere. */
  readonly onPaste: (text: string) => boolean
}

/** One path being typed. It joins the list only when it can be read as one. */
export function PathEntry({
  id,
  inputRef,
  label,
  start,
  others,
  os,
  confirm,
  onPath,
  onCancel,
  onPaste,
}: PathEntryProps) {
  const [text, setText] = useState(start)
  const [tried, setTried] = useState(false)
  const checked = checkBackupPath(text.trim(), os)
  const twin = others.find((other) => samePath(other, text.trim(), os))
  const wrong = checked.ok
    ? twin === undefined
      ? null
      : m.policies_path_same({ path: twin })
    : pathProblemWords(checked.problem)
  const add = (): void => {
    setTried(true)
    if (checked.ok && twin === undefined) onPath(checked.path)
  }
  const problem = tried ? wrong : null
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap">
      <TextInput
        {...(id && { id })}
        ref={inputRef}
        aria-label={label}
        placeholder={os === 'windows' ? m.policies_path_example_windows() : m.policies_path_example()}
        value={text}
        flex={1}
        autoComplete="off"
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        error={problem}
        {...(!problem && text.trim() !== '' && !onCancel && { description: m.policies_path_not_added() })}
        inputWrapperOrder={['input', 'error', 'description']}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setTried(false)
        }}
        onPaste={(event) => {
          if (onPaste(event.clipboardData.getData('text'))) event.preventDefault()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            add()
          }
          if (event.key === 'Escape' && onCancel) onCancel()
        }}
      />
      <Button variant="default" onClick={add}>
        {confirm}
      </Button>
      {onCancel && (
        <Button variant="subtle" onClick={onCancel}>
          {m.policies_path_cancel()}
        </Button>
      )}
    </Group>
  )
}
