import type { UsageReading } from '~/pages/parts/use-usage'
import { m } from '~/texts/messages'

const words: Readonly<Record<UsageReading['state'], (() => string) | null>> = {
  read: null,
  reading: m.tenants_usage_reading,
  'partly-read': m.tenants_usage_partly,
  unseen: m.tenants_usage_unseen,
  failed: m.tenants_usage_failed,
}

/** What is not known of who uses which policy, and what follows from that; null when all of it is known. */
export const usageWords = ({ state }: UsageReading): string | null => words[state]?.() ?? null
