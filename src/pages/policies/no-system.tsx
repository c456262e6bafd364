import { Button } from '@mantine/core'
import { Link } from 'react-router'

import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

/** The datacenter has no backup system yet: policies can be prepared, and where one connects it. */
export function NoSystem({
  datacenter,
  tone,
}: {
  readonly datacenter: { readonly id: string; readonly name: string }
  readonly tone: 'neutral' | 'warning'
}) {
  return (
    <Notice
      tone={tone}
      title={m.offers_no_system({ datacenter: datacenter.name })}
      action={
        <Button component={Link} to={paths.manager(datacenter.id)} variant="default" size="xs">
          {m.offers_no_system_link()}
        </Button>
      }
    >
      {m.offers_no_system_text()}
    </Notice>
  )
}
