import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router'

import type { VirtualMachine } from '~/domain/virtual-machine'
import { openRequests } from '~/pages/parts/requests/opened'
import { chooseClock } from '~/texts/clock'
import { m } from '~/texts/messages'
import { notify } from '~/ui/notify'

import { askToLeave } from './ask-to-leave'
import { takeLanguage } from './language'
import { Palette } from './palette'
import { Ask, type Asked } from './palette-ask'
import type { Act, Entry, Question } from './palette-entry'
import type { PaletteState } from './palette-state'

/** Longer than a dialog takes to go. */
const goneMs = 600

/** The palette while it is open, and the question that it led to. */
export function PaletteHost({ palette, onKeys }: { readonly palette: PaletteState; readonly onKeys: () => void }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const navigate = useNavigate()
  const refresh = useRefresh()
  const { setColorScheme } = useMantineColorScheme()
  const ask = (what: Question, vm: VirtualMachine): void => {
    // First there and closed, and the palette gone: so the dialog notes where the focus goes back to.
    flushSync(() => setAsked({ what, vm, opened: false }))
    setAsked({ what, vm, opened: true })
  }
  const act = (wanted: Act): void => {
    switch (wanted.do) {
      case 'go':
        void navigate(wanted.to)
        return
      case 'ask':
        ask(wanted.what, wanted.vm)
        return
      case 'clock':
        chooseClock(wanted.clock)
        return
      case 'scheme':
        setColorScheme(wanted.scheme)
        return
      case 'language':
        void takeLanguage(wanted.language)
        return
      case 'refresh':
        void refresh()
        return
      case 'keys':
        onKeys()
        return
      case 'requests':
        openRequests()
        return
      case 'sign-out':
        void askToLeave()
    }
  }
  const onChoose = (entry: Entry): void => {
    flushSync(palette.close)
    palette.onUse(entry.id)
    act(entry.act)
  }
  const onAnswered = (answered: Asked): void => {
    const closed = { ...answered, opened: false }
    setAsked(closed)
    // Its dialog fades; another question may be there by then.
    setTimeout(() => setAsked((now) => (now === closed ? null : now)), goneMs)
  }
  return (
    <>
      {palette.opened && <Palette palette={palette} onChoose={onChoose} />}
      {asked && <Ask key={`${asked.what} ${asked.vm.id}`} asked={asked} onClose={() => onAnswered(asked)} />}
    </>
  )
}

/** Reads again whatever is on the screen, and says whether all of it came. */
function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries()
    const failed = queries.getQueryCache().findAll({ type: 'active', predicate: ({ state }) => state.error !== null })
    if (failed.length === 0) notify({ tone: 'good', title: m.palette_refreshed() })
    else notify({ tone: 'warning', title: m.palette_refresh_failed(), text: m.palette_refresh_failed_text() })
  }
}
