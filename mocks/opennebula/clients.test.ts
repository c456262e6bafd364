import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { listen } from '../node'

const run = promisify(execFile)

/** Python's own XML-RPC library knows neither this simulator nor OpenNebula. */
const script = `
import sys, xmlrpc.client as x, xml.etree.ElementTree as e
one = x.ServerProxy(sys.argv[1])
s = 'operator:operator'
def ask(method, *args):
    answer = getattr(one, method)(s, *args)
    assert answer[0], answer
    return answer[1]
print(ask('one.system.version'))
s = 'operator:' + ask('one.user.login', 'operator', '', 3600, -1)
pool = e.fromstring(ask('one.vmpool.infoextended', -2, 0, -3, -1))
print([vm.findtext('NAME') for vm in pool.findall('VM')])
vm = e.fromstring(ask('one.vm.info', 1, False))
print(vm.findtext('BACKUPS/BACKUP_CONFIG/MODE'), vm.findtext('USER_TEMPLATE/DESCRIPTION'))
print(one.__getattr__('one.vm.backup')(s, 1, 100, False)[1:3])
try:
    getattr(one, 'one.vm.info')(s, '1', False)
except x.Fault as fault:
    print(fault.faultCode)
try:
    getattr(one, 'one.vm.nothing')(s)
except x.Fault as fault:
    print(fault.faultCode)
`

const hasPython = spawnSync('python3', ['--version']).status === 0

test.skipIf(!hasPython)(
  'a plain XML-RPC client over HTTP reads what the simulator says, and is refused as by the platform',
  async () => {
    const { address, close } = await listen({ port: 0, platform: 'opennebula', now: '2026-03-18T12:00:00Z' })
    expect(address).toMatch(/\/RPC2$/u)
    const { stdout } = await run('python3', ['-c', script, address])
    await close()
    expect(stdout.trim().split('\n')).toEqual([
      '6.10.0.1',
      "['café-portal-01', 'restore-drill-01', 'checkout-db-01']",
      'INCREMENT The web-frontend-01 of the shop & <more>',
      "['[one.vm.backup] User [3] : Not authorized to perform ADMIN VM [1].', 512]",
      '-501',
      '-506',
    ])
  },
)
