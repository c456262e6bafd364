import { Kbd, Modal } from '@mantine/core'

import { m } from '~/texts/messages'

import classes from './key-list.module.css'

const keys = [
  { press: ['?'], does: m.keys_list },
  { press: ['/'], does: m.keys_search },
  { press: ['g', 'v'], does: m.keys_vms },
  { press: ['Esc'], does: m.keys_close },
] as const

/** Which keys do what. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={m.keys_title()} closeButtonProps={{ 'aria-label': m.common_close() }}>
      <dl className={classes['keys']}>
        {keys.map(({ press, does }) => (
          <div key={press.join('')}>
            <dt>
              {press.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does()}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
