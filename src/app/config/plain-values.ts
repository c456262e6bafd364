/** What holds where the file says nothing. */
export const usualAddress = '/api'
/** The version that it is spoken to in when nobody says otherwise. */
export const usualVersion = '5.2'

/** Characters. */
export const longestAddress = 500

/** A path of the console's own origin, as it is written: nothing that a browser could read as another host. */
export const isOwnPath = (text: string): boolean =>
  text.length <= longestAddress &&
  /^\/(?![/\\])[\w./~%-]*$/.test(text) &&
  !text.split('/').some((part) => part === '..' || part === '.')

/** `5.2`: two numbers with a dot between them. */
export const versionForm = /^\d{1,2}\.\d{1,2}$/

/** An own member of anything that came as JSON; undefined where there is none. */
export const valueAt = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined
