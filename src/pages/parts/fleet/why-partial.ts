import { m } from '~/texts/messages'

/** Why the newest results are known only in part, and back to when they were read; the moment itself follows. */
export const whyPartial = ({ wholeSince }: { readonly wholeSince: Date | null }): string =>
  wholeSince === null ? m.vms_outcomes_partial_text() : m.vms_outcomes_short_text()
