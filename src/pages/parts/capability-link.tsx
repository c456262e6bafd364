import { Anchor } from '@mantine/core'
import { Link } from 'react-router'

import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'

/** A way to what a datacenter's backup system can do: beside each control that is off because the system cannot. */
export const CapabilityLink = ({
  datacenterId,
  system,
}: {
  readonly datacenterId: string
  /** The system's name for people; empty when nobody knows it. */
  readonly system: string
}) => (
  <Anchor component={Link} to={paths.capabilities(datacenterId)} size="sm">
    {system === '' ? m.infrastructure_capabilities_link_unnamed() : m.infrastructure_capabilities_link({ system })}
  </Anchor>
)
