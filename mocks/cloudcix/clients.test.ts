import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { listen } from '../node'

const run = promisify(execFile)
const hasCurl = spawnSync('curl', ['--version']).status === 0

/** A plain client knows neither this simulator nor CloudCIX. */
test.skipIf(!hasCurl)(
  'a plain REST client over HTTP signs in, backs up and is refused as by the platform',
  async () => {
    const { address, close } = await listen({ port: 0, platform: 'cloudcix', now: '2026-03-18T12:00:00Z' })
    const base = address.replace(/\/cloudcix$/u, '')
    const curl = async (path: string, ...more: readonly string[]) => {
      const { stdout } = await run('curl', ['-sg', '-w', '\n%{http_code}', ...more, `${base}${path}`])
      const lines = stdout.split('\n')
      const status = Number(lines.pop())
      return { status, text: lines.join('\n') }
    }
    const json = 'Content-Type: application/json'
    const login = (body: object) => curl('/membership/auth/login/', '-H', json, '-d', JSON.stringify(body))
    const who = { email: 'operator@costaverde.example', password: 'operator' }

    expect(await login(who)).toEqual({ status: 200, text: '{}' })
    expect(await login({ ...who, password: 'x' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('membership_token_create_002'),
    })
    const { status, text } = await login({ ...who, api_key: 'SIMULATED-KEY' })
    expect(status).toBe(201)
    const token = /"token":"([\w.-]+)"/u.exec(text)?.[1] ?? ''
    const signed = ['-H', `X-Auth-Token: ${token}`]

    expect(await curl('/iaas/backup/')).toEqual({
      status: 401,
      text: '{"detail":"JWT token is expired. Please login again."}',
    })
    const listed = await curl(
      '/iaas/backup/?search[vm_id]=5&exclude[state]=99&order=-created&limit=1&search[colour]=red',
      ...signed,
    )
    expect(listed.text).toContain('"warnings":["Invalid search filter: search[colour]"]')
    expect(listed.text).toMatch(/"time_valid":"2026-03-17T09:00:\d\d\.\d{6}"/u)

    const asked = { vm_id: 5, name: 'by curl', repository: 1 }
    const post = (body: object) => curl('/iaas/backup/', ...signed, '-H', json, '-d', JSON.stringify(body))
    const made = await post(asked)
    expect(made).toMatchObject({ status: 201, text: expect.stringContaining('"state":1') })
    expect(await post({ ...asked, name: 'again' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('"error_code":"iaas_backup_create_001"'),
    })
    expect((await post({ vm_id: 11 })).text).toMatch(
      /^\{"errors":\{"vm_id":\{"error_code":"iaas_backup_create_103".*"name":\{.*_104.*"repository":\{.*_106.*"detail":"Bad request\."\}$/u,
    )
    await curl('/simulator/clock', '-d', '{"skip":3600000}')
    const id = /"id":(\d+)/u.exec(made.text)?.[1] ?? ''
    expect((await curl(`/iaas/backup/${id}/`, ...signed)).text).toMatch(
      /"state":4,"time_valid":"2026-03-18T12:0\d:\d\d\.\d{6}"/u,
    )
    expect((await curl('/iaas/backup/1', ...signed)).status).toBe(404)
    await close()
  },
)
