import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

const get = (): boolean => navigator.onLine

/** Whether this device has a network at all, as the browser sees it. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, get)
