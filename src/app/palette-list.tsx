import type { MouseEvent } from 'react'

import type { VirtualMachine } from '~/domain/virtual-machine'
import { m } from '~/texts/messages'

import { type Entry, type Group, rowId } from './palette-entry'
import type { Found } from './palette-look'
import { PaletteRow } from './palette-row'

import classes from './palette.module.css'

const titles: Readonly<Record<Exclude<Group, 'vm'>, () => string>> = {
  visited: m.palette_group_visited,
  used: m.palette_group_used,
  vms: m.palette_group_vms,
  pages: m.palette_group_pages,
  filters: m.palette_group_filters,
  datacenters: m.palette_group_datacenters,
  tenants: m.palette_group_tenants,
  console: m.palette_group_console,
}

const roles = { list: { role: 'listbox' }, group: { role: 'group' }, heading: { role: 'presentation' } } as const

/** What was found, in groups. One place hears the presses for all rows; the focus stays in the field. */
export function PaletteList({
  id,
  found,
  words,
  active,
  vmName,
  onChoose,
  onEnter,
}: {
  readonly id: string
  readonly found: Found
  readonly words: readonly string[]
  /** The entry that the keyboard reached. */
  readonly active: string | null
  readonly vmName: string | null
  readonly onChoose: (entry: Entry) => void
  readonly onEnter: (vm: VirtualMachine) => void
}) {
  const onClick = ({ target }: MouseEvent): void => {
    if (!(target instanceof Element)) return
    const pressed = target.closest<HTMLElement>('[data-entry]')?.dataset['entry']
    const entry = found.sections.flatMap(({ entries }) => entries).find((one) => one.id === pressed)
    if (!entry) return
    if (entry.vm && target.closest('[data-enter]')) onEnter(entry.vm)
    else onChoose(entry)
  }
  const list = { ...roles.list, onClick, onMouseDown: (event: MouseEvent) => event.preventDefault() }
  const title = (group: Group): string => (group === 'vm' ? m.palette_group_vm({ vm: vmName ?? '' }) : titles[group]())
  return (
    <div {...list} id={id} className={classes['list']} aria-label={m.palette_list()} tabIndex={-1}>
      {found.sections.map(({ group, entries }) => (
        <div key={group} {...roles.group} aria-labelledby={`${id}-${group}`} className={classes['group']}>
          <div {...roles.heading} id={`${id}-${group}`} className={classes['title']}>
            {title(group)}
          </div>
          {entries.map((entry) => (
            <PaletteRow
              key={entry.id}
              id={rowId(id, entry.id)}
              entry={entry}
              words={words}
              active={entry.id === active}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
