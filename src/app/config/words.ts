import { m } from '~/texts/messages'

import type { Mistake } from './mistakes'
import { byHandBounds, lateBounds, longestText, type Member, paceBounds, platforms, sessionBounds } from './schema'

/** As the file writes them: digits alone. */
const seconds = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  m.config_allowed_poll_seconds({ least: String(least), most: String(most) })

const either = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ')

/** What each member may hold, for whoever writes the file. */
const allowed: Readonly<Record<Member, () => string>> = {
  platform: () => m.config_allowed_platform({ values: either(platforms) }),
  apiBase: m.config_allowed_api_base,
  cloudcix: m.cloudcix_config_allowed,
  mediaVersion: m.config_allowed_media_version,
  canonicalLocation: m.config_allowed_canonical_location,
  session: m.config_allowed_session,
  sessionSeconds: () => seconds(sessionBounds),
  signIn: () => m.config_allowed_sign_in({ most: longestText.signIn }),
  product: () => m.config_allowed_text({ most: longestText.product }),
  organisation: () => m.config_allowed_text_or_null({ most: longestText.organisation }),
  logo: m.config_allowed_logo,
  timeZones: m.config_allowed_time_zones,
  backupSystems: m.config_allowed_backup_systems,
  timeStandard: () => m.config_allowed_text_or_null({ most: longestText.timeStandard }),
  pollSeconds: () => seconds(paceBounds),
  protection: () =>
    m.config_allowed_protection({ least: lateBounds.least, most: String(lateBounds.most), days: byHandBounds.most }),
  support: m.config_allowed_support,
}

/** What may stand in the place of a mistake. */
export const allowedFor = ({ member }: Mistake): string => allowed[member]()

/** The member as it is found in the file: `timeZones › Oslo`. */
export const placeOf = ({ member, entry }: Mistake): string => (entry === null ? member : `${member} › ${entry}`)
