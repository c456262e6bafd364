import { isOwnPath, usualAddress, usualVersion, valueAt, versionForm } from './plain-values'

/** An Abiquo whose session a cookie may have kept. */
export interface KnownPlatform {
  readonly base: string
  readonly version: string
}

/**
 * Whom to ask at once, by the text of the settings, before there is anything that could judge them whole. Null: nobody,
 * since no session can be there yet, or the settings are of another kind or wrong.
 */
export function firstGlance(text: string): KnownPlatform | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  if (valueAt(json, 'session') !== 'cookie' || (valueAt(json, 'platform') ?? 'abiquo') !== 'abiquo') return null
  const [base, version] = [valueAt(json, 'apiBase') ?? usualAddress, valueAt(json, 'mediaVersion') ?? usualVersion]
  if (typeof base !== 'string' || typeof version !== 'string') return null
  return isOwnPath(base) && versionForm.test(version) ? { base, version } : null
}
