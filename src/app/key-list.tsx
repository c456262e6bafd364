import { calendarKeys } from '~/pages/calendar/key-list'
import { overviewKeys } from '~/pages/overview/key-list'
import type { KeyGroup, KeyLine } from '~/pages/parts/keys'
import { useActor } from '~/pages/parts/use-actor'
import { matrixKeys } from '~/pages/tenants/matrix-key-list'
import { timelineKeys } from '~/pages/vms/backup/timeline-key-list'
import { m } from '~/texts/messages'
import { useLeft } from '~/ui/use-left'

import { insidePalette } from './palette-key-list'
import { usePlaces } from './places'
import { TopDialog } from './top-dialog'
import { paletteKeys } from './use-palette'

import classes from './key-list.module.css'

const everywhere: KeyGroup = {
  where: m.palette_keys_everywhere,
  keys: [
    { press: paletteKeys, does: m.palette_keys_open },
    { press: ['?'], does: m.keys_list },
    { press: ['/'], does: m.keys_search },
    { press: ['r'], does: m.requests_key },
    { press: ['h'], does: m.help_key },
    { press: ['Esc'], does: m.keys_close },
  ],
}

const ofVms: readonly KeyGroup[] = [overviewKeys, calendarKeys, ...timelineKeys]

/** Which keys do what, by the place where they work; those of sections that are not open to this person are left out. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  useLeft(true, onClose)
  const { may } = useActor()
  const sections = usePlaces().map(({ letter, does }) => ({ press: ['g', letter], inTurn: true, does }))
  const groups = [
    everywhere,
    { where: m.palette_keys_sections, keys: sections },
    insidePalette,
    ...(may.has('vms.view') ? ofVms : []),
    ...(may.has('infrastructure.backup') ? [matrixKeys] : []),
  ].filter(({ keys }) => keys.length > 0)
  return (
    <TopDialog label={m.keys_title()} look="sheet" onClose={onClose}>
      <div className={classes['head']}>
        <h2 className={classes['title']}>{m.keys_title()}</h2>
        <button type="button" data-first className={classes['close']} aria-label={m.common_close()} onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </div>
      <div className={classes['scroller']}>
        <div className={classes['groups']}>
          {groups.map((group) => (
            <Group key={group.where()} group={group} />
          ))}
        </div>
      </div>
    </TopDialog>
  )
}

function Group({ group: { where, keys } }: { readonly group: KeyGroup }) {
  return (
    <section className={classes['group']} aria-label={where()}>
      <h3 className={classes['where']}>{where()}</h3>
      <dl className={classes['keys']}>
        {keys.map((line) => (
          <div key={line.does()}>
            <dt>
              <Press line={line} />
            </dt>
            <dd>{line.does()}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The keys as they are written on them. */
const Press = ({ line: { press, or, inTurn = false } }: { readonly line: KeyLine }) => (
  <>
    <Caps of={press} inTurn={inTurn} />
    {or && (
      <>
        <span className={classes['between']}>{m.palette_keys_or()}</span>
        <Caps of={or} inTurn={inTurn} />
      </>
    )}
  </>
)

const Caps = ({ of, inTurn }: { readonly of: KeyLine['press']; readonly inTurn: boolean }) =>
  of.map((cap, place) => {
    const words = typeof cap === 'string' ? cap : cap()
    return (
      <span key={words} className={classes['cap']}>
        {inTurn && place > 0 && <span className={classes['between']}>{m.palette_keys_then()}</span>}
        <kbd>{words}</kbd>
      </span>
    )
  })
