import { defineConfig } from '@playwright/test'

const port = 4173
const browser = process.env['HOLDFAST_CHROMIUM']
const firefox = process.env['HOLDFAST_FIREFOX']
const ofFirefox = /firefox\.e2e\.ts$/

export default defineConfig({
  testMatch: '*.e2e.ts',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  // The longest stories take half a minute on a quiet machine; a busy one needs its time.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] === 'true',
  // A test that passes only the second time is reported as flaky; on a busy machine that need not stop a landing.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    // Recording every run would cost as much as the run itself.
    trace: 'on-first-retry',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'chromium', testIgnore: ofFirefox },
    // The main stories again, in an installed Firefox; where there is none, they are not run.
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: ofFirefox,
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]
      : []),
  ],
  webServer: {
    command: `npx vite preview --mode simulator --outDir dist-simulator --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: process.env['CI'] !== 'true',
  },
})
