import type { EndpointFault, EndpointFinding } from '~/domain/check-endpoint'

import { m } from './messages'

/** What is wrong with the address of a backup system, or unwise about it. */
export function endpointWords(fault: EndpointFault): string {
  switch (fault.code) {
    case 'empty':
      return m.infrastructure_endpoint_empty()
    case 'blank':
      return m.infrastructure_endpoint_blank()
    case 'no-scheme':
      return m.infrastructure_endpoint_no_scheme()
    case 'not-http':
      return m.infrastructure_endpoint_not_http({ scheme: fault.scheme })
    case 'unreadable':
      return m.infrastructure_endpoint_unreadable()
    case 'credentials':
      return m.infrastructure_endpoint_credentials()
    case 'query':
      return m.infrastructure_endpoint_query()
    case 'fragment':
      return m.infrastructure_endpoint_fragment()
    case 'no-slash':
      return m.infrastructure_endpoint_no_slash()
    case 'not-encrypted':
      return m.infrastructure_endpoint_not_encrypted()
    case 'loopback':
      return m.infrastructure_endpoint_loopback({ host: fault.host })
  }
}

const mends: Readonly<Partial<Record<EndpointFinding['code'], () => string>>> = {
  blank: m.infrastructure_endpoint_mend_blank,
  'no-scheme': m.infrastructure_endpoint_mend_scheme,
  credentials: m.infrastructure_endpoint_mend_credentials,
  query: m.infrastructure_endpoint_mend_query,
  fragment: m.infrastructure_endpoint_mend_fragment,
  'no-slash': m.infrastructure_endpoint_mend_slash,
  'not-encrypted': m.infrastructure_endpoint_mend_https,
}

/** What the button does that mends it. */
export const endpointMendWords = ({ code }: Pick<EndpointFinding, 'code'>): string =>
  (mends[code] ?? m.infrastructure_endpoint_mend)()
