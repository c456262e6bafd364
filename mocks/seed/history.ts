import { day } from '../calendar'
import { record, recordAdministration } from '../events'
import { people, retailer } from '../people'
import type { Vm } from '../records'
import type { World } from '../world'
import { backup, restore } from './past'
import { barcelona, london } from './places'

const minute = 60_000
const hour = 60 * minute

/** Nicks would need a lookup; these are the ids of the people. */
const jordi = 2
const priya = 3
const tom = 4

const byLabel = (world: World, label: string): Vm | undefined =>
  [...world.vms.values()].find((vm) => vm.label === label)

const stories: readonly { readonly label: string; readonly tell: (world: World, vm: Vm) => void }[] = [
  {
    label: 'erp-db-01',
    tell: (world, vm) => {
      restore(world, vm, 3, { ago: 5 * day, userId: jordi, cause: 'The target datastore ran out of space' })
      restore(world, vm, 3, { ago: 5 * day - hour, userId: jordi })
      const old = backup(world, vm, { ago: 33 * day, userId: priya })
      old.overdue = true
    },
  },
  { label: 'web-frontend-03', tell: (world, vm) => restore(world, vm, 1, { ago: 26 * hour, userId: jordi }) },
  {
    label: 'restore-drill-01',
    tell: (world, vm) => restore(world, vm, 4, { ago: 2 * day, userId: priya, length: 52_000 }),
  },
  {
    label: 'erp-db-02',
    tell: (world, vm) => restore(world, vm, 0, { ago: 12 * minute, userId: priya, length: 3 * hour }),
  },
  {
    label: 'erp-app-01',
    tell: (world, vm) => {
      backup(world, vm, { ago: 6 * day, userId: priya })
      backup(world, vm, {
        ago: 2 * day,
        userId: tom,
        cause: 'The snapshot of the virtual machine could not be removed: the file is locked',
      })
      backup(world, vm, { ago: 30 * hour, userId: tom })
    },
  },
  {
    label: 'analytics-etl-01',
    tell: (world, vm) => void backup(world, vm, { ago: 20 * minute, userId: priya, length: 6 * hour }),
  },
  {
    label: 'analytics-warehouse-01',
    tell: (world, vm) => void backup(world, vm, { ago: 4 * day, userId: priya, length: 9 * hour, word: 'UNKNOWN' }),
  },
  {
    label: 'bi-dashboard <b>beta</b> & "friends"',
    tell: (world, vm) => void backup(world, vm, { ago: 3 * hour, userId: tom, word: 'VERIFYING' }),
  },
  {
    label: 'erp-reports-01',
    tell: (world, vm) =>
      record(world, vm, {
        at: world.origin.anchor - 3 * day,
        action: 'UNDEPLOY_FINISH',
        userId: jordi,
        text: `Virtual machine '${vm.label}' was undeployed`,
      }),
  },
  {
    label: 'checkout-api-01',
    tell: (world, vm) => {
      const at = world.origin.anchor - 3 * day - 5 * hour
      record(world, vm, {
        at,
        action: 'ADD_BACKUP_POLICY',
        userId: priya,
        text: `Backup policy 'Daily at a time of your own' was added to virtual machine '${vm.label}'`,
      })
      record(world, vm, {
        at,
        action: 'METADATA_MODIFIED',
        userId: priya,
        text: `The backup configuration of virtual machine '${vm.label}' was modified`,
      })
      record(world, vm, {
        at,
        action: 'RECONFIGURE',
        userId: priya,
        text: `Virtual machine '${vm.label}' was reconfigured`,
      })
    },
  },
  {
    label: 'print-server-01',
    tell: (world, vm) =>
      record(world, vm, {
        at: world.origin.anchor - 20 * hour,
        action: 'STATE_CHANGE',
        severity: 'WARN',
        userId: tom,
        text: `The state of virtual machine '${vm.label}' is now OFF`,
      }),
  },
]

type Told = Omit<Parameters<typeof recordAdministration>[1], 'at' | 'person'>

/** What the administrators did, oldest first. */
const administration: readonly { readonly ago: number; readonly nick: string; readonly done: Told }[] = [
  {
    ago: 6 * day + 3 * hour,
    nick: 'cloudadmin',
    done: {
      component: 'BACKUP_MANAGER',
      action: 'MODIFY',
      datacenterId: barcelona,
      text: "Backup manager 'Veeam Barcelona' of datacenter 'Barcelona' was changed",
    },
  },
  {
    ago: 5 * day + 2 * hour,
    nick: 'dcadmin',
    done: {
      component: 'BACKUP_POLICY',
      action: 'MODIFY',
      datacenterId: london,
      text: "Backup policy 'Vault' of datacenter 'London' was changed",
    },
  },
  {
    ago: 5 * day + hour,
    nick: 'dcadmin',
    done: {
      component: 'BACKUP_DATACENTER_PROPERTIES',
      action: 'UPDATE',
      datacenterId: london,
      text: "Backup properties of datacenter 'London' were changed: manual backup on, several policies on, change while deployed on, several restores on",
    },
  },
  {
    ago: 4 * day + 20 * minute,
    nick: 'dcadmin',
    done: {
      component: 'BACKUP_POLICY',
      action: 'CREATE',
      datacenterId: london,
      text: "Backup policy 'Drill: refused by the backup system' of datacenter 'London' was created",
    },
  },
  {
    ago: 4 * day,
    nick: 'tenantmanager',
    done: {
      component: 'BACKUP_POLICY',
      action: 'ALLOW',
      datacenterId: london,
      tenantId: retailer,
      text: "Backup policy 'Drill: refused by the backup system' of datacenter 'London' was allowed to enterprise 'Costa Verde Retail'",
    },
  },
  {
    ago: 2 * day + 4 * hour,
    nick: 'tenantmanager',
    done: {
      component: 'BACKUP_POLICY',
      action: 'RESTRICT',
      datacenterId: barcelona,
      tenantId: retailer,
      text: "Backup policy 'Management gold' of datacenter 'Barcelona' was restricted for enterprise 'Costa Verde Retail'",
    },
  },
]

/** What people did before the world begins: manual backups, restores, changes, and what the trail says of them. */
export function addHistory(world: World): void {
  for (const { label, tell } of stories) {
    const vm = byLabel(world, label)
    if (vm) tell(world, vm)
  }
  for (const { ago, nick, done } of administration) {
    const person = people.find((one) => one.nick === nick)
    if (person) recordAdministration(world, { ...done, at: world.origin.anchor - ago, person })
  }
  world.events.sort((a, b) => a.at - b.at)
}
