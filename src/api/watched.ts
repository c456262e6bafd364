import type { Platform } from './port'
import { attribute } from './sent-requests'

/** The same platform, whose reads say by their signals who asks: see `attribute`. */
export const watched = (platform: Platform): Platform =>
  new Proxy(platform, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key)
      if (typeof member !== 'function' || typeof key !== 'string') return member
      return (...given: readonly unknown[]): unknown => {
        const [about] = given
        const signal = given.find((one) => one instanceof AbortSignal)
        if (signal) attribute(signal, typeof about === 'string' ? `${key} ${about}` : key)
        return Reflect.apply(member, target, given)
      }
    },
  })
