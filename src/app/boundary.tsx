import { Component } from 'react'
import type { ReactNode } from 'react'

import { Crash } from './crash'

/** The last boundary: when even the frame cannot be drawn, a person still learns what to do. */
export class Boundary extends Component<
  { readonly children: ReactNode },
  { readonly error: unknown; readonly failed: boolean }
> {
  override state = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <Crash error={this.state.error} onRetry={() => this.setState({ error: null, failed: false })} />
  }
}
