import * as z from 'zod/mini'

const setting = z.object({ base: z.number(), realBase: z.number(), speed: z.number() })
export type ClockSetting = z.infer<typeof setting>
export const clockSetting = setting

/** The simulator's time: `base` at the device's `realBase`, running `speed` times as fast. Epoch milliseconds. */
export interface Clock {
  readonly now: () => number
  /** The device's time, which no switch moves. */
  readonly device: () => number
  readonly setting: () => ClockSetting
  readonly take: (setting: ClockSetting) => void
  readonly skip: (ms: number) => void
  readonly set: (now: number) => void
  readonly run: (speed: number) => void
}

/** @param device The device's clock, in epoch milliseconds. */
export function createClock(
  start: { readonly now?: number; readonly speed?: number } = {},
  device = () => Date.now(),
): Clock {
  let { base, realBase, speed }: ClockSetting = {
    base: start.now ?? device(),
    realBase: device(),
    speed: start.speed ?? 1,
  }
  const now = (): number => Math.floor(base + (device() - realBase) * speed)
  const rebase = (to: number, faster = speed): void => {
    base = to
    realBase = device()
    speed = faster
  }
  return {
    now,
    device,
    setting: () => ({ base, realBase, speed }),
    take: (taken) => {
      base = taken.base
      realBase = taken.realBase
      speed = taken.speed
    },
    skip: (ms) => rebase(now() + ms),
    set: rebase,
    run: (faster) => rebase(now(), faster),
  }
}
