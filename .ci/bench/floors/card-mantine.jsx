import '@mantine/core/styles.layer.css'
import { Anchor, Badge, Card, Group, MantineProvider, Text } from '@mantine/core'

export const Around = MantineProvider

export const Body = ({ row }) => (
  <Card withBorder h="100%">
    <Anchor href={`#${row.id}`}>{row.name}</Anchor>
    <Text size="sm">{`${row.cpu} vCPU · ${row.ram} MB`}</Text>
    <Text size="sm" c="dimmed">
      {row.place}
    </Text>
    <Group justify="space-between">
      <Text size="sm">{row.state}</Text>
      <Badge>Protected</Badge>
    </Group>
  </Card>
)
