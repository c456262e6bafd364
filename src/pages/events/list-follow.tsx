import { Switch } from '@mantine/core'
import { useSearchParams } from 'react-router'

import { m } from '~/texts/messages'

import classes from './list.module.css'

/** Whether the list is read again by itself; a part of the address. */
export function useFollowing(): readonly [boolean, (on: boolean) => void] {
  const [params, setParams] = useSearchParams()
  return [
    params.get('follow') !== 'off',
    (on) =>
      setParams(
        (before) => {
          if (on) before.delete('follow')
          else before.set('follow', 'off')
          return before
        },
        { replace: true, preventScrollReset: true },
      ),
  ]
}

/** Whether new lines come in by themselves. */
export const FollowSwitch = ({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) => (
  <Switch
    classNames={{ label: classes['follow'] ?? '' }}
    label={m.trail_follow()}
    checked={on}
    onChange={({ currentTarget }) => onChange(currentTarget.checked)}
  />
)
