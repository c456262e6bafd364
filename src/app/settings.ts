/** What a deployment may set. Values come from the build's environment (`VITE_...`), else from the defaults here. */
export interface Settings {
  /** The one address below which the platform's API lies; links that lead elsewhere are not followed. */
  readonly apiBase: string
  /** Abiquo's version of its media types. */
  readonly mediaVersion: string
  /** IANA zones by the datacenter's name: the platform itself does not say in which zone a datacenter stands. */
  readonly timeZones: ReadonlyMap<string, string>
}

const environment: Readonly<Record<string, unknown>> = import.meta.env

const text = (name: string, otherwise: string): string => {
  const value = environment[name]
  return typeof value === 'string' && value !== '' ? value : otherwise
}

/** `Madrid=Europe/Madrid;New York=America/New_York` as a table; what is not of this shape is left out. */
export function readZones(list: string): ReadonlyMap<string, string> {
  const pairs = list.split(';').map((pair) => pair.split('=').map((part) => part.trim()))
  return new Map(pairs.flatMap(([name, zone]) => (name && zone ? [[name, zone] as const] : [])))
}

/** The datacenters of the simulator; those of a live platform are named by whoever deploys. */
const simulatedZones = import.meta.env.MODE === 'simulator' ? 'Barcelona=Europe/Madrid;London=Europe/London' : ''

export const settings: Settings = {
  apiBase: text('VITE_API_BASE', '/api'),
  mediaVersion: text('VITE_API_VERSION', '5.2'),
  timeZones: readZones(text('VITE_TIME_ZONES', simulatedZones)),
}
