import { m } from '~/texts/messages'

import type { PlatformName } from './config/schema'
import { simulate, simulatedPlatform } from './simulated-platform'

import classes from './sign-in.module.css'

const names: readonly (readonly [PlatformName, string])[] = [
  ['abiquo', 'Abiquo'],
  ['opennebula', 'OpenNebula'],
  ['cloudcix', 'CloudCIX'],
]

/** Which platform the simulator plays; another one starts the page anew. */
export function SimulatorPlatform() {
  const current = simulatedPlatform()
  return (
    <fieldset aria-label={m.cloudcix_simulator_platform()} className={classes['platforms']}>
      {names.map(([platform, name]) => (
        <button
          key={platform}
          type="button"
          aria-pressed={platform === current}
          onClick={() => {
            if (platform !== current) simulate(platform)
          }}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
