import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { Setting, SettingKey } from '~/domain/backup-settings'
import { wholeNumber } from '~/domain/whole-number'
import { settingValueWords } from '~/texts/backup-kind-words'
import { m } from '~/texts/messages'

const names: Readonly<Record<SettingKey, { readonly label: () => string; readonly text?: () => string }>> = {
  mode: { label: m.ways_setting_mode, text: m.ways_setting_mode_text },
  'increment-mode': { label: m.ways_setting_increment_mode },
  'keep-last': { label: m.ways_setting_keep_last, text: m.ways_setting_keep_last_text },
  freeze: { label: m.ways_setting_freeze, text: m.ways_setting_freeze_text },
  'volatile-disks': { label: m.ways_setting_volatile_disks },
}

/** Whether what was written is no value of the setting. */
export const isWrong = (setting: Setting): boolean =>
  setting.kind === 'number' &&
  setting.value !== null &&
  !(Number.isInteger(setting.value) && setting.value >= setting.least)

/** One setting of a VM's backups, in the field of its kind. */
export function SettingEntry({
  setting,
  missed,
  onChange,
}: {
  readonly setting: Setting
  readonly missed: boolean
  readonly onChange: (setting: Setting) => void
}) {
  const { label, text } = names[setting.key]
  const words = { label: label(), description: text?.() }
  switch (setting.kind) {
    case 'choice': {
      const options = setting.options.includes(setting.value) ? setting.options : [setting.value, ...setting.options]
      return (
        <NativeSelect
          {...words}
          data={options.map((value) => ({ value, label: settingValueWords(value) }))}
          value={setting.value}
          onChange={({ currentTarget }) => onChange({ ...setting, value: currentTarget.value })}
        />
      )
    }
    case 'number':
      return (
        <NumberEntry
          {...words}
          setting={setting}
          error={missed && isWrong(setting) && m.ways_settings_number_wrong({ least: setting.least })}
          onChange={onChange}
        />
      )
    case 'switch':
      return (
        <Switch
          {...words}
          checked={setting.value}
          onChange={({ currentTarget }) => onChange({ ...setting, value: currentTarget.checked })}
        />
      )
  }
}

const meant = (text: string): number | null => (text.trim() === '' ? null : wholeNumber(text))

/** A whole number, or nothing where there is no limit. What is no number is kept as it was written, and is wrong. */
function NumberEntry({
  setting,
  onChange,
  ...field
}: {
  readonly setting: Extract<Setting, { readonly kind: 'number' }>
  readonly label: string
  readonly description: string | undefined
  readonly error: string | false
  readonly onChange: (setting: Setting) => void
}) {
  const [text, setText] = useState('')
  const known = setting.value === null ? '' : String(setting.value)
  return (
    <TextInput
      {...field}
      inputMode="numeric"
      placeholder={m.ways_settings_no_limit()}
      value={Object.is(meant(text), setting.value) ? text : known}
      onChange={({ currentTarget: { value } }) => {
        setText(value)
        onChange({ ...setting, value: meant(value) })
      }}
    />
  )
}
