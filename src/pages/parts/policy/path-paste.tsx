import { Button, Code, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopyOff } from '@tabler/icons-react'
import { useState } from 'react'

import { checkBackupPath, parsePathList } from '~/domain/backup-path'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { useAskFirst } from '~/pages/parts/ask-first'
import { m } from '~/texts/messages'
import { pathProblemWords } from '~/texts/schedule-words'
import { growing } from '~/ui/growing'

import { pathNotes } from './path-notes'

interface PathPasteProps {
  readonly start: string
  readonly os: VirtualMachine['os']
  readonly present: readonly string[]
  readonly onPaths: (paths: readonly string[]) => void
  readonly onClose: () => void
}

/** A pasted line: a path to add, or why it is left out. */
type Line =
  | { readonly kind: 'add'; readonly path: string }
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string; readonly because: string }

function readLines(text: string, present: readonly string[], os: VirtualMachine['os']): readonly Line[] {
  const lines = parsePathList(text)
  const notes = pathNotes([...present, ...lines], os)
  return lines.map((line, place) => {
    const checked = checkBackupPath(line, os)
    if (!checked.ok) return { kind: 'wrong', text: line, because: pathProblemWords(checked.problem) }
    if (notes[present.length + place]?.kind === 'same') return { kind: 'same', text: line }
    return { kind: 'add', path: checked.path }
  })
}

/** Many paths at once, one a line, each line judged before anything is added. */
export function PathPaste({ start, os, present, onPaths, onClose }: PathPasteProps) {
  const [text, setText] = useState(start)
  const lines = readLines(text, present, os)
  const good = lines.flatMap((line) => (line.kind === 'add' ? [line.path] : []))
  const first = useAskFirst(onClose, { changed: text !== '' })
  return (
    <>
      <Modal
        opened
        onClose={first.onClose}
        closeOnEscape={!first.asking}
        title={m.policies_path_paste()}
        closeButtonProps={{ 'aria-label': m.policies_path_cancel() }}
      >
        <Stack>
          <Textarea
            label={m.policies_paste_label()}
            description={m.policies_paste_help()}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            rows={5}
            data-autofocus
            spellCheck={false}
            styles={{ input: { ...growing(5, 14), fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
          <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }} aria-label={m.policies_paste_lines()}>
            {lines.map((line, place) => (
              <li key={`${String(place)} ${line.kind === 'add' ? line.path : line.text}`}>
                <PastedLine line={line} />
              </li>
            ))}
          </Stack>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {m.policies_path_cancel()}
            </Button>
            <Button
              onClick={() => {
                if (good.length === 0) return
                onPaths(good)
                onClose()
              }}
            >
              {m.policies_paste_add({ n: good.length })}
            </Button>
          </Group>
        </Stack>
      </Modal>
      {first.question}
    </>
  )
}

const icons = {
  add: <IconCheck size={16} aria-hidden />,
  same: <IconCopyOff size={16} aria-hidden />,
  wrong: <IconAlertTriangle size={16} aria-hidden />,
} as const

function PastedLine({ line }: { readonly line: Line }) {
  const words = {
    add: () => m.policies_paste_ok(),
    same: () => m.policies_paste_same(),
    wrong: () => (line.kind === 'wrong' ? line.because : ''),
  }[line.kind]()
  return (
    <Group gap={8} wrap="nowrap" align="flex-start" {...(line.kind === 'wrong' && { c: 'var(--mantine-color-error)' })}>
      <span style={{ lineHeight: 0, paddingTop: 3 }}>{icons[line.kind]}</span>
      <div style={{ minWidth: 0 }}>
        <Code bg="transparent" fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {line.kind === 'add' ? line.path : line.text}
        </Code>
        <Text size="xs" {...(line.kind !== 'wrong' && { c: 'dimmed' })}>
          {words}
        </Text>
      </div>
    </Group>
  )
}
