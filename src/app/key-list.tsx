import { Kbd, Modal } from '@mantine/core'

import { m } from '~/texts/messages'

import { usePlaces } from './places'

import classes from './key-list.module.css'

const everywhere = [
  { press: ['?'], does: m.keys_list },
  { press: ['/'], does: m.keys_search },
  { press: ['r'], does: m.requests_key },
] as const
const closing = { press: ['Esc'], does: m.keys_close } as const

/** Which keys do what; those of sections that are not open to this person are left out. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const places = usePlaces().map(({ letter, does }) => ({ press: ['g', letter], does }))
  return (
    <Modal opened onClose={onClose} title={m.keys_title()} closeButtonProps={{ 'aria-label': m.common_close() }}>
      <dl className={classes['keys']}>
        {[...everywhere, ...places, closing].map(({ press, does }) => (
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
