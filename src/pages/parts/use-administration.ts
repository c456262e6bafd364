import type { Administration } from '~/domain/may-administer'
import { useOnline } from '~/ui/use-online'

import { useActor } from './use-actor'

/** What the rules of the administrators' side ask for. */
export function useAdministration(): Administration {
  return { actor: useActor(), online: useOnline() }
}
