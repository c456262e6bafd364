import type { Page } from '@playwright/test'

/** How a browser says that a page did what its server's policies forbid. */
const violation = /content security policy|trusted ?(?:type|html|script)|permissions policy violation/i

/** Collects what the page does against the policies of its server; call it before the first address is opened. */
export function watchPolicy(page: Page): readonly string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'info' && violation.test(message.text())) violations.push(message.text())
  })
  return violations
}
