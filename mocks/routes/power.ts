import { get, ok, type Route, vmHref, vmInPath } from '../call'
import { changeState, deploy, reset, undeploy } from '../power'
import { stateOf } from '../state'
import { link } from '../wire-objects/link'
import { vmPath } from './machines'

const post = (path: string, answer: Route['answer'], takes: readonly string[]): Route => ({
  method: 'POST',
  path,
  offers: ['acceptedrequest'],
  takes,
  answer,
})

const stateOffers = ['acceptedrequest', 'virtualmachinestate']

export const powerRoutes: readonly Route[] = [
  get(`${vmPath}/state`, 'virtualmachinestate', (call) => {
    const vm = vmInPath(call)
    const state = stateOf(call.world, vm, call.now)
    const self = vmHref(call.base, vm)
    return ok(call, {
      state,
      links: [
        link('parent', self, 'virtualmachine', vm.label),
        link('edit', `${self}/state`, 'virtualmachinestate', state),
      ],
    })
  }),
  { method: 'PUT', path: `${vmPath}/state`, offers: stateOffers, takes: ['virtualmachinestate'], answer: changeState },
  // Ansible's modules and others post where the captures put.
  { method: 'POST', path: `${vmPath}/state`, offers: stateOffers, takes: ['virtualmachinestate'], answer: changeState },
  post(`${vmPath}/action/deploy`, deploy, ['virtualmachinetask', 'acceptedrequest']),
  post(`${vmPath}/action/undeploy`, undeploy, ['virtualmachinetask', 'acceptedrequest']),
  post(`${vmPath}/action/reset`, reset, ['virtualmachinetask', 'acceptedrequest']),
]
