import { fleetWindow, type LongList, windowRows } from '~/api/queries/fleet-windows'
import type { Page } from '~/domain/page'
import type { VirtualMachine } from '~/domain/virtual-machine'
import type { Surroundings, VmRow } from '~/pages/parts/fleet/fleet-rows'
import { rowMaker } from '~/pages/parts/fleet/row-maker'
import { remember } from '~/pages/parts/remember'
import { useWindows, type Windows } from '~/pages/parts/use-windows'

import { inSight } from './selection'

const makerOf = remember(rowMaker)

interface JudgedWindow {
  readonly around: Surroundings
  readonly now: Date
  readonly rows: readonly VmRow[]
}

const judged = new WeakMap<Page<VirtualMachine>, JudgedWindow>()

function rowsOf(window: Page<VirtualMachine>, around: Surroundings, now: Date): readonly VmRow[] {
  const known = judged.get(window)
  if (known?.around === around && known.now === now) return known.rows
  const make = makerOf(around)
  const rows = window.rows.map((vm) => make(vm, now))
  judged.set(window, { around, now, rows })
  return rows
}

/** The VMs of a list that is never read whole. */
export function useVmWindows(list: LongList, known: number, around: Surroundings, now: Date): Windows<VmRow> {
  const windows = useWindows({
    size: windowRows,
    known,
    query: (place) => fleetWindow(list, place),
    rowsOf: (window) => rowsOf(window, around, now),
  })
  inSight(windows.near)
  return windows
}
