import {
  type Icon as TablerIcon,
  IconArrowRight,
  IconBuilding,
  IconBuildingWarehouse,
  IconClock,
  IconCode,
  IconDatabaseExport,
  IconFilter,
  IconHelpCircle,
  IconHistory,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconPlayerPlay,
  IconPower,
  IconRefresh,
  IconRocket,
  IconRocketOff,
  IconServer2,
  IconShieldCheck,
  IconSunMoon,
} from '@tabler/icons-react'

import type { Icon } from './palette-entry'

const icons: Readonly<Record<Icon, TablerIcon>> = {
  vm: IconServer2,
  page: IconArrowRight,
  filter: IconFilter,
  datacenter: IconBuildingWarehouse,
  tenant: IconBuilding,
  policies: IconShieldCheck,
  restore: IconHistory,
  clock: IconClock,
  scheme: IconSunMoon,
  language: IconLanguage,
  refresh: IconRefresh,
  keys: IconKeyboard,
  help: IconHelpCircle,
  requests: IconCode,
  'sign-out': IconLogout,
  'back-up-now': IconDatabaseExport,
  'power-on': IconPlayerPlay,
  'power-off': IconPower,
  deploy: IconRocket,
  undeploy: IconRocketOff,
}

/** What kind of thing an entry is; its words say the same. */
export function PaletteIcon({ icon }: { readonly icon: Icon }) {
  const Shown = icons[icon]
  return <Shown size={17} stroke={1.75} aria-hidden />
}
