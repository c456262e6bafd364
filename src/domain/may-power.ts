import { holds } from './holds'
import { changeable, connected, deployed, type Situation, stateKnown, unguarded, unlocked } from './situation'
import { firstRefusal, no, type Verdict, yes } from './verdict'

function notAlready({ vm }: Situation, power: 'on' | 'off'): Verdict {
  if (power === 'on' && vm.state === 'on') return no({ code: 'already-on' })
  if (power === 'off' && vm.state === 'off') return no({ code: 'already-off' })
  return yes
}

/** Power a VM on or off. */
export const mayPower = (situation: Situation, power: 'on' | 'off'): Verdict =>
  firstRefusal(
    holds(situation.actor, 'vm.power'),
    changeable(situation),
    deployed(situation, 'power'),
    unlocked(situation),
    unguarded(situation),
    notAlready(situation, power),
    connected(situation),
  )

/** The backup system takes schedules while a VM is deployed; without policies it is not asked. */
function scheduleAtDeploy({ vm, site }: Situation): Verdict {
  const scheduled = vm.assignments !== null && vm.assignments.length > 0
  return scheduled && site.system?.can['set-at-deploy'] === false
    ? no({ code: 'no-capability', capability: 'set-at-deploy', system: site.system.name })
    : yes
}

const notDeployed = ({ vm }: Situation): Verdict =>
  vm.state === 'not-deployed' ? yes : no({ code: 'already-deployed' })

/** Make a VM in a hypervisor; its backup schedule is handed over on the way. */
export const mayDeploy = (situation: Situation): Verdict =>
  firstRefusal(
    holds(situation.actor, 'vm.deploy'),
    changeable(situation),
    scheduleAtDeploy(situation),
    stateKnown(situation),
    unlocked(situation),
    notDeployed(situation),
    connected(situation),
  )

/** Take a VM out of its hypervisor; its backups cannot be reached from then on until it is deployed again. */
export const mayUndeploy = (situation: Situation): Verdict =>
  firstRefusal(
    holds(situation.actor, 'vm.deploy'),
    changeable(situation),
    deployed(situation, 'undeploy'),
    unlocked(situation),
    unguarded(situation),
    connected(situation),
  )
