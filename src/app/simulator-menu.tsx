import { Button, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { formatInstant, formatNumber, readerZone } from '~/texts/format'
import { m } from '~/texts/messages'
import { ConfirmDialog } from '~/ui/confirm'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { Popup } from '~/ui/popup'
import { useNow } from '~/ui/use-now'

import { changeClock, readClock, readSettings, resetWorld } from './simulator'

import classes from './shell.module.css'
import menu from './simulator-menu.module.css'

/** Says that this is the simulator and what time it is there; opens its switches. */
export function SimulatorMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const now = useNow(1_000)
  return (
    <>
      <button
        type="button"
        className={classes['tool']}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
      >
        <span>{m.simulator()}</span>
        <span className={`${classes['wide'] ?? ''} ${menu['clock'] ?? ''}`} aria-hidden="true">
          {formatInstant(now, readerZone(), 'time')}
        </span>
      </button>
      {anchor && (
        <Popup anchor={anchor} align="end" look="wide" label={m.simulator()} onClose={() => setAnchor(null)}>
          <Switches />
        </Popup>
      )}
    </>
  )
}

const minute = 60_000
const skips = [
  { ms: 10 * minute, words: m.simulator_skip_minutes },
  { ms: 60 * minute, words: m.simulator_skip_hour },
  { ms: 24 * 60 * minute, words: m.simulator_skip_day },
] as const

const speeds = [1, 60, 3_600] as const
/** Machines beside the seeded ones; their names in the menu are rounded. */
const fleets = [0, 1_000, 10_000] as const

function Switches() {
  const clock = useQuery({ queryKey: ['simulator', 'clock'], queryFn: readClock, refetchInterval: 2_000 })
  const world = useQuery({ queryKey: ['simulator', 'settings'], queryFn: readSettings })
  const queries = useQueryClient()
  const change = useMutation({ mutationFn: changeClock, onSuccess: () => queries.invalidateQueries() })
  const [fresh, setFresh] = useState<{ readonly fleet: number | null } | null>(null)
  const zone = readerZone()
  return (
    <div className={menu['menu']}>
      <p className={menu['text']}>{m.simulator_text()}</p>
      <Facts
        items={[
          [
            m.simulator_clock(),
            clock.data ? formatInstant(new Date(clock.data.now), zone, 'long') : m.common_loading(),
          ],
          [m.simulator_vms(), world.data ? formatNumber(world.data.vms) : m.common_loading()],
        ]}
      />
      <div>
        <p className={menu['label']}>{m.simulator_skip()}</p>
        <div className={menu['buttons']}>
          {skips.map(({ ms, words }) => (
            <Button
              key={ms}
              size="xs"
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate({ skip: ms })}
            >
              {words()}
            </Button>
          ))}
        </div>
      </div>
      <div>
        <p className={menu['label']} id="simulator-speed">
          {m.simulator_speed()}
        </p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="simulator-speed"
          value={String(clock.data?.speed ?? 1)}
          onChange={(speed) => change.mutate({ speed: Number(speed) })}
          data={speeds.map((speed) => ({ value: String(speed), label: m.simulator_times({ n: formatNumber(speed) }) }))}
        />
      </div>
      <div>
        <p className={menu['label']} id="simulator-fleet">
          {m.simulator_fleet()}
        </p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="simulator-fleet"
          value={String(world.data?.fleet ?? 0)}
          onChange={(fleet) => setFresh({ fleet: Number(fleet) })}
          data={fleets.map((fleet) => ({
            value: String(fleet),
            label: fleet === 0 ? m.simulator_fleet_small() : formatNumber(fleet),
          }))}
        />
      </div>
      {change.error && <Notice tone="bad" announce="urgent" title={m.simulator_failed()} />}
      <Button size="xs" variant="default" onClick={() => setFresh({ fleet: null })}>
        {m.simulator_reset()}
      </Button>
      {fresh && <Fresh fleet={fresh.fleet} onClose={() => setFresh(null)} />}
    </div>
  )
}

/** A fresh world ends every session, so the page starts anew with it. */
function Fresh({ fleet, onClose }: { readonly fleet: number | null; readonly onClose: () => void }) {
  const reset = useMutation({
    mutationFn: () => resetWorld(fleet ?? undefined),
    onSuccess: () => window.location.assign('/'),
  })
  return (
    <ConfirmDialog
      opened
      title={m.simulator_reset_title()}
      confirmLabel={m.simulator_reset_confirm()}
      tone="danger"
      busy={reset.isPending}
      onConfirm={() => reset.mutate()}
      onClose={onClose}
    >
      {m.simulator_reset_text()}
    </ConfirmDialog>
  )
}
