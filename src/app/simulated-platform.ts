import { type PlatformName, platforms } from './config/schema'

const key = 'holdfast.simulated-platform'

/** Which platform the simulator plays in this visit. No secret: it may stay in the tab. */
export function simulatedPlatform(): PlatformName {
  try {
    const kept = sessionStorage.getItem(key)
    return platforms.find((one) => one === kept) ?? 'abiquo'
  } catch {
    // A browser that keeps nothing plays the usual one.
    return 'abiquo'
  }
}

/** Plays another platform from now on: the page starts anew with it. */
export function simulate(platform: PlatformName): void {
  sessionStorage.setItem(key, platform)
  window.location.assign('/')
}
