import '@mantine/core/styles.layer.css'
import './theme.css'
import './tokens.css'
import './contrast.css'
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'

import { theme } from './theme'

/** The nonce that the server wrote for styles, when the page is served under a strict Content Security Policy. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** The theme and its styles around the whole console. */
export function Kit({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  )
}
