import { Component } from 'react'
import type { ReactNode } from 'react'

import { m } from '~/texts/messages'

import { Crash } from './crash'

/** A piece of a page, such as a list: when it cannot be drawn, the heading and the other pieces stay. */
export const Part = ({ children }: { readonly children: ReactNode }) => (
  <CrashBoundary title={m.crash_part_title()}>{children}</CrashBoundary>
)

/** When a part cannot be drawn, the rest goes on, and a person learns what to do. */
export class CrashBoundary extends Component<
  {
    readonly children: ReactNode
    /** What failed, as a title. */
    readonly title?: string
  },
  { readonly error: unknown; readonly failed: boolean }
> {
  override state = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const again = () => this.setState({ error: null, failed: false })
    return <Crash error={this.state.error} title={this.props.title ?? m.crash_title()} onRetry={again} />
  }
}
