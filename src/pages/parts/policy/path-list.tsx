import { ActionIcon, Button, Code, Group, Input, Paper, Stack, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useController, type Control } from 'react-hook-form'

import { checkBackupPath, parsePathList } from '~/domain/backup-path'
import type { VirtualMachine } from '~/domain/virtual-machine'
import { m } from '~/texts/messages'
import { pathProblemWords } from '~/texts/schedule-words'

import { PathEntry } from './path-entry'
import { type PathNote, pathNotes } from './path-notes'
import { PathPaste } from './path-paste'
import type { ProtectionDraft } from './policy-draft'

interface PathListProps {
  readonly id: string
  readonly control: Control<ProtectionDraft>
  readonly name: `policies.${number}.configurations.${number}.paths`
  readonly os: VirtualMachine['os']
  readonly problem: string | null
}

/** The folders of the guest that a filesystem backup copies: add, edit, remove, or paste many at once. */
export function PathList({ id, control, name, os, problem }: PathListProps) {
  const { field } = useController({ control, name })
  const [editing, setEditing] = useState<number | null>(null)
  const [pasted, setPasted] = useState<string | null>(null)
  const entry = useRef<HTMLInputElement>(null)
  const paths = field.value
  const notes = pathNotes(paths, os)
  return (
    <Input.Wrapper
      label={m.policies_paths()}
      description={os === 'windows' ? m.policies_paths_help_windows() : m.policies_paths_help()}
      labelElement="div"
      required
      error={problem}
    >
      <Stack gap="xs" mt={6}>
        {paths.length > 0 && (
          <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }} aria-label={m.policies_paths()}>
            {paths.map((path, place) => (
              <li key={`${String(place)} ${path}`}>
                {editing === place ? (
                  <PathEntry
                    id={`${id}-edit`}
                    label={m.policies_path_edit({ path })}
                    start={path}
                    others={paths.filter((_, at) => at !== place)}
                    os={os}
                    confirm={m.policies_path_keep()}
                    onPaste={() => false}
                    onCancel={() => setEditing(null)}
                    onPath={(next) => {
                      field.onChange(paths.with(place, next))
                      setEditing(null)
                    }}
                  />
                ) : (
                  <PathRow
                    path={path}
                    note={notes[place] ?? null}
                    os={os}
                    onEdit={() => {
                      // The field must be there before it can take the focus.
                      flushSync(() => setEditing(place))
                      document.getElementById(`${id}-edit`)?.focus()
                    }}
                    onRemove={() => {
                      field.onChange(paths.filter((_, at) => at !== place))
                      entry.current?.focus()
                    }}
                  />
                )}
              </li>
            ))}
          </Stack>
        )}
        <PathEntry
          key={paths.length}
          id={`${id}-paths`}
          inputRef={entry}
          label={m.policies_path_new()}
          start=""
          others={paths}
          os={os}
          confirm={m.policies_path_add()}
          onPath={(path) => field.onChange([...paths, path])}
          onPaste={(text) => {
            if (parsePathList(text).length < 2) return false
            setPasted(text)
            return true
          }}
        />
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => setPasted('')}>
            {m.policies_path_paste()}
          </Button>
        </Group>
      </Stack>
      {pasted !== null && (
        <PathPaste
          start={pasted}
          os={os}
          present={paths}
          onClose={() => setPasted(null)}
          onPaths={(more) => field.onChange([...paths, ...more])}
        />
      )}
    </Input.Wrapper>
  )
}

interface PathRowProps {
  readonly path: string
  readonly note: PathNote
  readonly os: VirtualMachine['os']
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function PathRow({ path, note, os, onEdit, onRemove }: PathRowProps) {
  const checked = checkBackupPath(path, os)
  return (
    <Paper withBorder px="xs" py={4}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Code bg="transparent" fz="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
          {path}
        </Code>
        <Group gap={2} wrap="nowrap">
          <ActionIcon variant="subtle" onClick={onEdit} aria-label={m.policies_path_edit({ path })}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="red" onClick={onRemove} aria-label={m.policies_path_remove({ path })}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {!checked.ok && (
        <Text size="xs" c="var(--mantine-color-error)">
          {pathProblemWords(checked.problem)}
        </Text>
      )}
      {note && (
        <Text size="xs" c="dimmed">
          {note.kind === 'same' ? m.policies_path_same({ path: note.as }) : m.policies_path_inside({ path: note.as })}
        </Text>
      )}
    </Paper>
  )
}
