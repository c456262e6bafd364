import { Button, Stack, Text } from '@mantine/core'
import { IconBan, IconServerOff } from '@tabler/icons-react'
import { Link } from 'react-router'

import { wayToList } from '~/pages/parts/fleet/way-to-list'
import { m } from '~/texts/messages'

const words = {
  gone: { Icon: IconServerOff, title: m.vm_gone_title, text: m.vm_gone_text, who: m.vm_gone_who },
  forbidden: { Icon: IconBan, title: m.vm_forbidden_title, text: m.vm_forbidden_text, who: m.vm_forbidden_who },
} as const

/** In place of a VM that was deleted or that this person may not see: what that means for its backups, and a way back. */
export function VmMissing({ why }: { readonly why: 'gone' | 'forbidden' }) {
  const { Icon, title, text, who } = words[why]
  const back = wayToList()
  return (
    <Stack align="flex-start" gap="md" maw={620} mx="auto" py={64}>
      <title>{m.common_document_title({ page: title() })}</title>
      <Icon size={44} stroke={1.4} aria-hidden />
      <Text component="h1" fz="h1" fw={600} lh={1.3}>
        {title()}
      </Text>
      <Text>{text()}</Text>
      <Text c="dimmed">{who()}</Text>
      <Button component={Link} to={back.to} variant="default">
        {back.label}
      </Button>
    </Stack>
  )
}
