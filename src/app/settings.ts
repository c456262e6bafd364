import { defaults, type Settings } from './config/schema'
import { simulatedPlatform } from './simulated-platform'

const inSimulator = import.meta.env.MODE === 'simulator'

/** The datacenters of the simulator; those of a live platform are named by whoever deploys. */
const simulatedZones = [
  ['Barcelona', 'Europe/Madrid'],
  ['London', 'Europe/London'],
] as const

/** Regions of the simulated CloudCIX have the names of the datacenters beside it. */
const simulatedRegions = new Map([
  ['1', 'Barcelona'],
  ['2', 'London'],
])

let current: Settings = defaults

/** How this deployment is set; the defaults until its file is read. */
export const settings = (): Settings => current

/** Takes what the deployment's file says. The simulator answers at its own address, whatever the file says. */
export function takeSettings(read: Settings): void {
  current = inSimulator
    ? {
        ...read,
        platform: simulatedPlatform(),
        apiBase: simulatedPlatform() === 'opennebula' ? '/RPC2' : '/api',
        cloudcix: { ...defaults.cloudcix, regions: simulatedRegions },
        canonicalLocation: null,
        session: 'token',
        signIn: null,
        timeZones: new Map([...simulatedZones, ...read.timeZones]),
      }
    : read
}
