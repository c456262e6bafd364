import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const templates = path.join(root, 'docs', 'deploy', 'nginx')

/** The web server of this machine; null when there is none, or it does not start. */
export function findNginx(): string | null {
  const places = [process.env['HOLDFAST_NGINX'] ?? '', 'nginx', '/usr/sbin/nginx'].filter((name) => name !== '')
  return places.find((name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).status === 0) ?? null
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The console as it is deployed: its build behind the web server of `docs/deploy`, in front of a simulated platform. */
export interface Site {
  readonly address: string
  /** Where the platform believes itself to be. */
  readonly platform: string
  /** Writes `config.json` beside the page. */
  readonly configure: (settings: object | string) => Promise<void>
  /** Lays a file beside the page; null takes it away. */
  readonly put: (name: string, text: string | null) => Promise<void>
  /** Lets so many minutes of the platform pass at once. */
  readonly skip: (minutes: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The lines that whoever deploys has to set, set for this machine. A line that is gone from the file is an error. */
function setLines(text: string, lines: readonly (readonly [RegExp, string])[]): string {
  return lines.reduce((before, [line, put]) => {
    if (!line.test(before)) throw new Error(`The configuration has no line ${String(line)}`)
    return before.replace(line, put)
  }, text)
}

const main = (user: string): string => `${user}
daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  default_type application/octet-stream;
  types {
    text/html html;
    text/css css;
    application/javascript js;
    application/json json;
    image/svg+xml svg;
  }
  include holdfast.conf;
}
`

/** Simulated platforms, by their kind. */
interface Platforms {
  readonly abiquo: string
  readonly opennebula: string
  readonly cloudcix: string
}

/** The snippets of the other platforms, in front of the simulated ones. */
async function layPlatforms(snippets: string, { opennebula, cloudcix }: Platforms): Promise<void> {
  const change = async (name: string, lines: Parameters<typeof setLines>[1]): Promise<void> => {
    const file = path.join(snippets, name)
    await writeFile(file, setLines(await readFile(file, 'utf8'), lines))
  }
  await change('holdfast-opennebula.conf', [[/proxy_pass http:\/\/127\.0\.0\.1:2633;/, `proxy_pass ${opennebula};`]])
  await change('holdfast-cloudcix.conf', [
    [/proxy_pass https:\/\/(\w+)\.api\.cloudcix\.com\/;/g, `proxy_pass ${cloudcix}/$1/;`],
  ])
}

/** The same console once more, in a folder of the host: `/holdfast/`. */
async function layFolder(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'below'))
  await symlink(path.join(folder, 'site'), path.join(folder, 'below', 'holdfast'))
  const file = path.join(folder, 'snippets', 'holdfast-folder.conf')
  const text = await readFile(file, 'utf8')
  await writeFile(file, setLines(text, [[/root \/var\/www;/, `root ${path.join(folder, 'below')};`]]))
}

async function layConfiguration(folder: string, port: number, platforms: Platforms): Promise<void> {
  await mkdir(path.join(folder, 'snippets'))
  const names = await readdir(templates)
  const snippets = names.filter((name) => name !== 'holdfast.conf')
  await Promise.all(snippets.map((name) => cp(path.join(templates, name), path.join(folder, 'snippets', name))))
  await layPlatforms(path.join(folder, 'snippets'), platforms)
  await layFolder(folder)
  const site = setLines(await readFile(path.join(templates, 'holdfast.conf'), 'utf8'), [
    [/^ *listen \[::\].*\n/gm, ''],
    [/listen 80;/, `listen 127.0.0.1:${await freePort()};`],
    [/listen 443 ssl http2;/, `listen 127.0.0.1:${port};`],
    [/^ *ssl_\w+ .*\n/gm, ''],
    [/root \/var\/www\/holdfast;/, `root ${path.join(folder, 'site')};`],
    [/(?<=include snippets\/holdfast-site\.conf;\n)/, 'include snippets/holdfast-folder.conf;\n'],
    [/proxy_pass https:\/\/abiquo\.example\.org;/, `proxy_pass ${platforms.abiquo};`],
    // All three at once, so that one server shows that each line fits.
    [/^ *#(?=include snippets\/holdfast-(?:opennebula|cloudcix)\.conf;)/gm, ''],
  ])
  await writeFile(path.join(folder, 'holdfast.conf'), site)
  await writeFile(path.join(folder, 'nginx.conf'), main(process.getuid?.() === 0 ? 'user root;' : ''))
}

const pause = (milliseconds: number): Promise<void> => new Promise((over) => setTimeout(over, milliseconds))

async function untilAnswers(address: string, child: ChildProcess, said: () => string, until: number): Promise<void> {
  if (await fetch(address).catch(() => null)) return
  if (Date.now() > until || child.exitCode !== null) throw new Error(`Nothing answers at ${address}: ${said()}`)
  await pause(100)
  return untilAnswers(address, child, said, until)
}

async function start(command: string, options: readonly string[], address: string): Promise<ChildProcess> {
  const child = spawn(command, options, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  await untilAnswers(address, child, () => said, Date.now() + 60_000)
  return child
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((ended) => {
    if (child.exitCode !== null) ended()
    child.once('exit', () => ended())
    child.kill('SIGTERM')
  })

/** Starts a site of its own on free ports of this machine, in a folder of its own. */
export async function startSite(nginx: string): Promise<Site> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'holdfast-live-'))
  await cp(path.join(root, 'dist'), path.join(folder, 'site'), { recursive: true })
  const [port, ...ports] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const [platform = '', opennebula = '', cloudcix = ''] = ports.map((one) => `http://127.0.0.1:${one}`)
  const address = `http://127.0.0.1:${port}`
  await layConfiguration(folder, port, { abiquo: platform, opennebula, cloudcix })
  const simulate = (kind: string, at: string, ask: string): Promise<ChildProcess> =>
    start(
      process.execPath,
      ['mocks/serve.mjs', '--platform', kind, '--port', new URL(at).port, '--now', '2026-03-02T08:00:00Z'],
      `${at}${ask}`,
    )
  const simulators = await Promise.all([
    simulate('abiquo', platform, '/api/version'),
    simulate('opennebula', opennebula, '/simulator/clock'),
    simulate('cloudcix', cloudcix, '/simulator/clock'),
  ])
  const server = await start(nginx, ['-e', 'stderr', '-p', folder, '-c', path.join(folder, 'nginx.conf')], address)
  return {
    address,
    platform: `${platform}/api`,
    configure: (settings) =>
      writeFile(
        path.join(folder, 'site', 'config.json'),
        typeof settings === 'string' ? settings : JSON.stringify(settings),
      ),
    put: (name, text) => {
      const file = path.join(folder, 'site', name)
      return text === null ? rm(file) : writeFile(file, text)
    },
    skip: async (minutes) => {
      const answer = await fetch(`${platform}/simulator/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ skip: minutes * 60_000 }),
      })
      if (!answer.ok) throw new Error(`The simulator answered ${answer.status}`)
    },
    stop: async () => {
      await Promise.all([server, ...simulators].map(stopped))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
