import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { flushSync } from 'react-dom'

import type { VirtualMachine } from '~/domain/virtual-machine'
import { remember } from '~/pages/parts/remember'
import { m } from '~/texts/messages'
import { searchWords } from '~/texts/search'
import { useLeft } from '~/ui/use-left'

import { type Entry, rowId } from './palette-entry'
import { PaletteField } from './palette-field'
import { PaletteFoot } from './palette-foot'
import { PaletteList } from './palette-list'
import { look, type Memory, stepTo } from './palette-look'
import type { PaletteState } from './palette-state'
import { useOffered } from './palette-use-offered'
import { vmEntryId } from './palette-vm'
import { TopDialog } from './top-dialog'

import classes from './palette.module.css'

/** The same answer while nothing was used meanwhile; the VM in view is not one to go back to. */
const memoryOf = remember((used: readonly string[], visited: readonly string[], inView: string | null): Memory => ({
  used,
  visited: visited.filter((id) => id !== inView).map(vmEntryId),
}))

/** Everything that can be opened or done, by a few letters. What may not be done stays in the list and says why. */
export function Palette({
  palette,
  onChoose,
}: {
  readonly palette: PaletteState
  readonly onChoose: (entry: Entry) => void
}) {
  useLeft(true, palette.close)
  const [text, setText] = useState(palette.early)
  const [chosenVm, setChosenVm] = useState<VirtualMachine | null>(null)
  const [active, setActive] = useState<string | null>(null)
  const id = useId()
  // The letter is on the screen before ten thousand VMs have been looked through.
  const sought = useDeferredValue(text)
  const { offered, vm, notes } = useOffered(palette.vmInView, chosenVm, chosenVm ? '' : sought)
  const everything = chosenVm ? { onVm: offered.onVm, rest: [], vms: [] } : offered
  const memory = memoryOf(palette.used, palette.visited, palette.vmInView)
  const found = (typed: string) => look(everything, typed, memory)
  const shown = found(sought)
  const entries = shown.sections.flatMap((section) => section.entries)
  const reached = entries.find((entry) => entry.id === active) ?? entries[0]

  const type = (next: string): void => {
    setText(next)
    setActive(null)
  }
  const enter = (machine: VirtualMachine | null): void => {
    setChosenVm(machine)
    type('')
  }
  const choose = (entry: Entry | undefined): void => {
    if (!entry) return
    setActive(entry.id)
    if (entry.verdict?.ok) onChoose(entry)
  }
  const reach = (to: Entry): void => {
    flushSync(() => setActive(to.id))
    document.getElementById(rowId(id, to.id))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, nativeEvent, currentTarget } = event
    // While a character is being composed the keys belong to the input method.
    if (nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const to = reached && entries[stepTo(key, entries.indexOf(reached), entries.length) ?? -1]
    const atEnd = currentTarget.selectionStart === text.length
    if (to) reach(to)
    // Whoever types faster than the list follows gets what was typed.
    else if (key === 'Enter') choose(sought === text ? reached : found(text).sections[0]?.entries[0])
    else if (key === 'ArrowRight' && atEnd && reached?.vm) enter(reached.vm)
    else if (key === 'Backspace' && text === '' && chosenVm) enter(null)
    else return
    event.preventDefault()
  }
  return (
    <TopDialog label={m.palette_title()} look="search" onClose={palette.close}>
      <PaletteField
        listId={id}
        activeId={reached ? rowId(id, reached.id) : null}
        text={text}
        vm={chosenVm}
        onText={type}
        onBack={() => enter(null)}
        onKeyDown={onKeyDown}
        onClose={palette.close}
      />
      <PaletteList
        id={id}
        found={shown}
        words={searchWords(sought)}
        active={reached?.id ?? null}
        vmName={vm?.name ?? null}
        onChoose={choose}
        onEnter={enter}
      />
      {entries.length === 0 && !(chosenVm && offered.onVm.length === 0) && (
        <div className={classes['nothing']}>
          <p className={classes['nothingTitle']}>{m.palette_nothing({ text: sought.trim() })}</p>
          <p>{chosenVm ? m.palette_nothing_vm_text() : m.palette_nothing_text()}</p>
        </div>
      )}
      <PaletteFoot
        shown={entries.length}
        total={shown.total}
        typed={sought.trim() !== ''}
        notes={notes}
        onVm={reached?.vm !== undefined && reached.vm !== null}
        inVm={chosenVm !== null}
      />
    </TopDialog>
  )
}
