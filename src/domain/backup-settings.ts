const settingKeys = ['mode', 'increment-mode', 'keep-last', 'freeze', 'volatile-disks'] as const

/** What a VM may decide of its own backups beyond when they run. */
export type SettingKey = (typeof settingKeys)[number]

/** One setting with its value; words for keys and values live in the texts, a value without words is shown as it is. */
export type Setting =
  | {
      readonly kind: 'choice'
      readonly key: SettingKey
      readonly value: string
      readonly options: readonly string[]
    }
  /** Null: without a limit. */
  | { readonly kind: 'number'; readonly key: SettingKey; readonly value: number | null; readonly least: number }
  | { readonly kind: 'switch'; readonly key: SettingKey; readonly value: boolean }

/** The settings of a VM, in the order in which they are shown; none where its platform has no such thing. */
export interface BackupSettings {
  readonly settings: readonly Setting[]
  /** A stamp of what was read; a save compares it. */
  readonly revision: string
}
