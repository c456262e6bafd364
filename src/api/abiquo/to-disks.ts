import type { Disk } from '~/domain/virtual-machine'

import type { HardDisk, Volume } from './wire-work'

const bySequence = (a: { sequence: number | null }, b: { sequence: number | null }): number =>
  (a.sequence ?? Number.MAX_SAFE_INTEGER) - (b.sequence ?? Number.MAX_SAFE_INTEGER)

/** Disks before volumes, each in the order of the VM's controllers. */
export function toDisks(disks: readonly HardDisk[], volumes: readonly Volume[]): readonly Disk[] {
  const told = [...disks, ...volumes].some(({ bootable }) => bootable !== null)
  return [
    ...disks.toSorted(bySequence).map((disk): Disk => ({
      id: disk.id,
      name: disk.label || disk.uuid || disk.id,
      sizeMb: disk.sizeInMb,
      // Older versions do not say; the guest then starts from the first place.
      boot: told ? disk.bootable === true : disk.sequence === 0,
      kind: 'disk',
    })),
    ...volumes.toSorted(bySequence).map((volume): Disk => ({
      id: volume.id,
      name: volume.name || volume.id,
      sizeMb: volume.sizeInMB,
      boot: told ? volume.bootable === true : volume.sequence === 0,
      kind: 'volume',
    })),
  ]
}
