// React, router, query and Mantine around fifty cards of the platform's own answer: less no console of theirs can load.
import '@mantine/core/styles.layer.css'
import { AppShell, Badge, Card, Group, MantineProvider, SimpleGrid, Text, Title } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Link, RouterProvider } from 'react-router'

const address = '/api/cloud/virtualmachines?limit=50&by=name'
const accept = 'application/vnd.abiquo.virtualmachines+json'

const read = async () => (await fetch(address, { headers: { accept }, credentials: 'same-origin' })).json()

const titleOf = (vm, rel) => vm.links.find((link) => link.rel === rel)?.title

function List() {
  const { data } = useQuery({ queryKey: ['vms'], queryFn: read })
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <AppShell.Header p="sm">
        <Group>
          <Title order={4}>Floor</Title>
          <Link to="/">VMs</Link>
        </Group>
      </AppShell.Header>
      <AppShell.Main>
        <SimpleGrid cols={4}>
          {data?.collection.map((vm) => (
            <Card key={vm.uuid} component="article" withBorder>
              <Text fw={600}>{vm.label}</Text>
              <Text size="sm">{`${vm.cpu} vCPU · ${vm.ram} MB`}</Text>
              <Text size="sm" c="dimmed">
                {titleOf(vm, 'virtualappliance')}
              </Text>
              <Group justify="space-between">
                <Text size="sm">{vm.state}</Text>
                <Badge>{titleOf(vm, 'backuppolicy') ?? 'None'}</Badge>
              </Group>
            </Card>
          ))}
        </SimpleGrid>
      </AppShell.Main>
    </AppShell>
  )
}

const router = createBrowserRouter([{ path: '*', Component: List }])
const client = new QueryClient()
createRoot(document.getElementById('root')).render(
  <MantineProvider>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
)
