// Serves a build as a deployment does, files as they were compressed, and passes the API on to a simulated platform.
// Each answer of the platform is kept: the simulator computes on the machine that is measured.
import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

import { root } from '../setup.mjs'

const types = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
}
const squeeze = promisify(brotliCompress)
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

const fileAt = (place) => {
  try {
    return statSync(place).isFile() ? readFileSync(place) : null
  } catch {
    return null
  }
}

/** Starts listening on a free port; gives the port. */
const listening = (server) => new Promise((found) => server.listen(0, '127.0.0.1', () => found(server.address().port)))

const untilAnswers = async (address, until = Date.now() + 120_000) => {
  if (await fetch(address).catch(() => null)) return
  if (Date.now() > until) throw new Error(`Nothing answers at ${address}`)
  await new Promise((over) => setTimeout(over, 200))
  await untilAnswers(address, until)
}

const person = `Basic ${Buffer.from('cloudadmin:cloudadmin').toString('base64')}`

/** A simulated platform with so many VMs; one of them has so many results beside those of its schedule. */
export async function startPlatform(fleet, results = 0) {
  const free = http.createServer()
  const port = await listening(free)
  await new Promise((closed) => free.close(closed))
  const options = ['--port', String(port), '--fleet', String(fleet)]
  const child = spawn(process.execPath, ['mocks/serve.mjs', ...options], { cwd: root, stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}`
  await untilAnswers(`${address}/api/version`)
  if (results > 0) await fetch(`${address}/simulator/settings`, { method: 'POST', body: JSON.stringify({ results }) })
  const known = new Map()
  const ask = async (url, accept) => {
    const answer = await fetch(`${address}${url}`, { headers: { authorization: person, accept } })
    const text = Buffer.from(await answer.arrayBuffer())
    const headers = Object.fromEntries(
      ['content-type', 'x-abiquo-token'].flatMap((name) =>
        answer.headers.has(name) ? [[name, answer.headers.get(name)]] : [],
      ),
    )
    return { status: answer.status, headers, text, small: await squeeze(text, quickly) }
  }
  return {
    fleet,
    address,
    /** The answer to a question, the same each time. Of the trail the hour does not count: its world stands still. */
    answer: (url, accept) => {
      const key = url.replaceAll(/date(from|to)=[^&]+/gi, 'date$1=')
      if (!known.has(key)) known.set(key, ask(url, accept))
      return known.get(key)
    },
    /** Until nothing is owed any more: thinking over it would take the processor from what is measured next. */
    rest: () => Promise.allSettled(known.values()),
    stop: () => child.kill('SIGTERM'),
  }
}

/** The rows of a grid in the fewest bytes, for floors. */
async function slimRows(platform, n) {
  const rows = []
  const media = 'application/vnd.abiquo.virtualmachines+json'
  while (rows.length < n) {
    const { text } = await platform.answer(`/api/cloud/virtualmachines?startwith=${rows.length}&limit=1000`, media)
    const { collection } = JSON.parse(text.toString('utf8'))
    if (collection.length === 0) break
    rows.push(
      ...collection.map(({ uuid, label, state, cpu, ram, links }) => ({
        id: uuid,
        name: label,
        state,
        cpu,
        ram,
        place: links.find(({ rel }) => rel === 'virtualappliance')?.title ?? '',
      })),
    )
  }
  return Buffer.from(JSON.stringify(rows.slice(0, n)))
}

/**
 * What the list needs is known before a page asks for the trail, over which the simulator may think for long.
 * @returns how many VMs there are
 */
export async function readyForList(platform) {
  const ask = (place, entity) => platform.answer(`/api${place}`, `application/vnd.abiquo.${entity}+json; version=5.2`)
  await ask('/login?expand=privileges', 'user')
  await ask('/cloud/virtualdatacenters?limit=1000', 'virtualdatacenters')
  const first = await ask('/cloud/virtualmachines?limit=100&by=name', 'virtualmachines')
  return JSON.parse(first.text.toString('utf8')).totalSize
}

/** A line of 10 Mbit/s and 40 ms, which all answers share. A browser's own slowness leaves out what other threads fetch. */
function slowLine() {
  const perMillisecond = 1_250
  const portion = 8_000
  let free = 0
  return async (response, bytes) => {
    await new Promise((over) => setTimeout(over, 40))
    for (let sent = 0; sent < bytes.length; sent += portion) {
      const part = bytes.subarray(sent, sent + portion)
      free = Math.max(free, performance.now()) + part.length / perMillisecond
      const wait = free - performance.now()
      if (wait > 1) await new Promise((over) => setTimeout(over, wait))
      response.write(part)
    }
    response.end()
  }
}

/**
 * One server for all: `/` is the console, `/floor/NAME/` a floor. `use` chooses the platform behind `/api`.
 * @param folders `console` and `floors`: where their builds lie.
 */
export async function startSite(folders) {
  let platform = null
  let line = null
  const slim = new Map()
  const asked = []
  let shown = () => null

  const dynamic = async (url, accept) => {
    if (url.startsWith('/api/')) return platform.answer(url, accept)
    if (url === '/config.json') {
      const settings = { session: 'cookie', mediaVersion: '5.2', canonicalLocation: `${platform.address}/api` }
      return { status: 200, headers: { 'content-type': types.json }, text: Buffer.from(JSON.stringify(settings)) }
    }
    const n = /^\/rows\?n=(\d+)$/.exec(url)?.[1]
    if (n === undefined) return null
    const key = `${platform.fleet} ${n}`
    if (!slim.has(key))
      slim.set(
        key,
        slimRows(platform, Number(n)).then(async (text) => ({
          status: 200,
          headers: { 'content-type': types.json },
          text,
          small: await squeeze(text, quickly),
        })),
      )
    return slim.get(key)
  }

  const still = (url) => {
    const place = url.split('?')[0]
    const floor = /^\/floor\/([^/]+)\/(.*)$/.exec(place)
    const folder = floor ? path.join(folders.floors, floor[1]) : folders.console
    const name = (floor ? floor[2] : place.slice(1)) || 'index.html'
    const inside = path.join(folder, path.normalize(`/${name}`))
    const text = fileAt(inside)
    // A place of the console is no file: the page itself shows it.
    if (!text) return name.includes('.') ? null : { name: 'index.html', text: fileAt(path.join(folder, 'index.html')) }
    return { name, text, small: fileAt(`${inside}.br`) }
  }

  const server = http.createServer(async (request, response) => {
    const url = request.url ?? '/'
    if (url === '/shown') {
      response.writeHead(204).end()
      shown()
      return
    }
    const note = { url, at: Date.now(), answered: null }
    asked.push(note)
    response.on('finish', () => (note.answered = Date.now()))
    // A platform that was stopped at the end may owe an answer to a page that is gone.
    const found = await dynamic(url, request.headers.accept ?? '*/*').catch(() => ({
      status: 502,
      headers: {},
      text: '',
    }))
    const file = found ? null : still(url)
    if (!found && !file) {
      response.writeHead(404).end()
      return
    }
    const { text, small } = found ?? file
    const headers = found?.headers ?? {
      'content-type': `${types[file.name.split('.').at(-1)] ?? 'application/octet-stream'}; charset=utf-8`,
      'cache-control': file.name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    response.writeHead(found?.status ?? 200, { ...headers, ...(small && { 'content-encoding': 'br' }) })
    const bytes = small ?? text
    if (line) await line(response, bytes)
    else response.end(bytes)
  })
  const port = await listening(server)
  return {
    address: `http://127.0.0.1:${port}`,
    use: (next) => {
      platform = next
    },
    /** From now on answers take their time, or no more. */
    slow: (is) => {
      line = is ? slowLine() : null
    },
    /** Until a page says that its list shows. */
    untilShown: () =>
      new Promise((done, failed) => {
        const tooLong = setTimeout(() => failed(new Error('No list after two minutes')), 120_000)
        shown = () => {
          clearTimeout(tooLong)
          done()
        }
      }),
    /** What was asked since a moment, with the moment of its answer, by the clock of the machine. */
    askedSince: (moment) => asked.filter(({ at }) => at >= moment),
    stop: () => server.close(),
  }
}
