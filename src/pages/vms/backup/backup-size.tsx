import type { Backup } from '~/domain/backup'
import { formatSize } from '~/texts/format'

/** The size of a backup. A failed one holds nothing: its size of zero says no more than a dash. */
export const BackupSize = ({ backup: { outcome, sizeMb, sizeText } }: { readonly backup: Backup }) => (
  <bdi>{sizeText ?? formatSize(outcome === 'failed' && sizeMb === 0 ? null : sizeMb)}</bdi>
)
