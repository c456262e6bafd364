import type { Privilege } from '~/domain/privilege'
import { useActor } from '~/pages/parts/use-actor'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'

/** A section of the console. */
interface Place {
  readonly to: string
  /** Only this very address is it, not those below. */
  readonly end?: boolean
  readonly label: () => string
  /** One of them is enough. */
  readonly needs: readonly Privilege[]
  /** Pressed after `g` it goes there. */
  readonly letter: string
  /** What that key does, in words. */
  readonly does: () => string
}

/** Where one can go. A section that a role can never use is not shown; a link into it explains itself. */
const places: readonly Place[] = [
  {
    to: paths.overview(),
    end: true,
    label: m.shell_overview,
    needs: ['vms.view'],
    letter: 'o',
    does: m.keys_overview,
  },
  { to: paths.vms(), label: m.shell_vms, needs: ['vms.view'], letter: 'v', does: m.keys_vms },
  { to: paths.calendar(), label: m.shell_calendar, needs: ['vms.view'], letter: 'c', does: m.keys_calendar },
  {
    to: paths.infrastructure(),
    label: m.shell_infrastructure,
    needs: ['infrastructure.view'],
    letter: 'i',
    does: m.keys_infrastructure,
  },
  { to: paths.tenants(), label: m.shell_tenants, needs: ['tenants.manage'], letter: 't', does: m.keys_tenants },
  {
    to: paths.events(),
    label: m.shell_events,
    needs: ['events.view', 'events.view-all'],
    letter: 'e',
    does: m.keys_events,
  },
]

/** The sections that the person who works here may open. */
export function usePlaces(): readonly Place[] {
  const { may } = useActor()
  return places.filter(({ needs }) => needs.some((privilege) => may.has(privilege)))
}
