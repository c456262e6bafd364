import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'

import { clockChoice, onClockChoice, shownZone } from '~/texts/clock'

const Datacenter = createContext<string | null>(null)

/** Around what belongs to one datacenter: the times in it know the datacenter's clock. `zone` by its IANA name. */
export const DatacenterClock = ({ zone, children }: { readonly zone: string | null; readonly children: ReactNode }) => (
  <Datacenter value={zone}>{children}</Datacenter>
)

/** The zone of the datacenter that this part of the page is about; null when it is about none, or none is known. */
export const useDatacenterZone = (): string | null => use(Datacenter)

/** The reader's choice of clock; drawn again when it changes. */
export const useClockChoice = () => useSyncExternalStore(onClockChoice, clockChoice)

/**
 * The zone (IANA) in which to show times here, by the reader's choice.
 * @param zone The datacenter's; else that of the surrounding `DatacenterClock`.
 */
export function useClock(zone: string | null = null): string {
  const around = useDatacenterZone()
  useClockChoice()
  return shownZone(zone ?? around)
}
