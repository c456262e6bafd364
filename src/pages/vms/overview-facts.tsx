import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { disks } from '~/api/queries'
import type { Disk, VirtualMachine } from '~/domain/virtual-machine'
import { outerPlaceWords } from '~/pages/parts/place-words'
import { VmStateMark } from '~/pages/parts/vm-state-mark'
import { explainError } from '~/texts/errors'
import { formatNumber, formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { ErrorPanel } from '~/ui/error-panel'
import { Facts } from '~/ui/facts'
import { Panel } from '~/ui/page'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { Code } from './overview-code'

import classes from './overview.module.css'

const osWords = { linux: m.vm_os_linux, windows: m.vm_os_windows, unknown: m.vm_os_unknown } as const

function diskWords({ diskCount, diskMb }: VirtualMachine): string {
  if (diskCount === null) return diskMb === null ? m.vm_no_value() : formatSize(diskMb)
  return m.vm_disks_total({ n: diskCount, size: diskMb === null ? m.vm_no_value() : formatSize(diskMb) })
}

/** A fact that not every platform has. */
const named = (label: string, value: string | null): readonly (readonly [string, ReactNode])[] =>
  value ? [[label, <bdi key={label}>{value}</bdi>]] : []

const coded = (label: string, value: string): readonly (readonly [string, ReactNode])[] =>
  value ? [[label, <Code key={label} what={label} value={value} />]] : []

/** What the VM is: state, size, system, place and what the platform knows it by. */
export const FactPanel = ({ vm }: { readonly vm: VirtualMachine }) => (
  <Panel title={m.vm_facts_title()}>
    <Facts
      items={[
        [m.vm_fact_state(), <VmStateMark key="state" vm={vm} />],
        [m.vm_fact_cpu(), formatNumber(vm.cpu)],
        [m.vm_fact_memory(), formatSize(vm.memoryMb)],
        [m.vm_fact_disks(), diskWords(vm)],
        [m.vm_fact_os(), osWords[vm.os]()],
        [m.vm_fact_datacenter(), vm.datacenter ? <bdi key="dc">{vm.datacenter.name}</bdi> : m.vm_no_value()],
        ...named(outerPlaceWords(), vm.virtualDatacenter.name),
        ...named(m.vm_fact_vapp(), vm.virtualAppliance.name),
        ...named(m.vm_fact_description(), vm.description),
        ...coded(...(vm.uuid === '' ? ([m.ways_vm_id(), vm.id] as const) : ([m.vm_uuid(), vm.uuid] as const))),
        ...(vm.platformName === vm.name ? [] : coded(m.vm_platform_name(), vm.platformName)),
      ]}
    />
  </Panel>
)

const kindWords: Readonly<Record<Disk['kind'], () => string>> = {
  disk: m.vm_disk_kind_disk,
  volume: m.vm_disk_kind_volume,
}

/** Its disks, with the one that it boots from. */
export function DiskPanel({ vm }: { readonly vm: VirtualMachine }) {
  const found = useQuery(disks(vm.id))
  return (
    <Panel title={m.vm_disks_title()}>
      {found.data && found.data.length > 0 && <DiskList disks={found.data} />}
      {found.data?.length === 0 && <p className={classes['soft']}>{m.vm_disks_empty()}</p>}
      {found.isPending && <SkeletonRows rows={2} />}
      {!found.data && found.error && (
        <ErrorPanel error={explainError(found.error)} onRetry={() => void found.refetch()} />
      )}
    </Panel>
  )
}

const DiskList = ({ disks: rows }: { readonly disks: readonly Disk[] }) => (
  <ul className={classes['disks']}>
    {rows.map((disk) => (
      <li key={disk.id}>
        <bdi>{disk.name}</bdi>
        <span>{disk.sizeMb === null ? m.vm_no_value() : formatSize(disk.sizeMb)}</span>
        <span className={classes['soft']}>
          {disk.boot ? m.vm_disk_boots({ kind: kindWords[disk.kind]() }) : kindWords[disk.kind]()}
        </span>
      </li>
    ))}
  </ul>
)
