import { sameJson } from '~/pages/parts/policy/policy-draft'

import { type KindFields, kindsBy, type PolicyFields } from './fields'

/** What was typed for a kind that is not chosen does not count. */
const sameKind = (one: KindFields, other: KindFields): boolean =>
  one.chosen === other.chosen && (!one.chosen || sameJson(one, other))

/** A kind that both have is one configuration of the platform, whoever made it. */
const kindOver = (mine: KindFields, before: KindFields, theirs: KindFields): KindFields =>
  sameKind(mine, before) ? theirs : { ...mine, key: theirs.chosen ? theirs.key : mine.key }

/**
 * The form with what was entered in it, over what someone else made of the policy meanwhile: what was not touched here is
 * theirs.
 * @param before The form as it was opened.
 */
export function fieldsOver(mine: PolicyFields, before: PolicyFields, theirs: PolicyFields): PolicyFields {
  const one = <Part extends keyof PolicyFields>(part: Part): PolicyFields[Part] =>
    mine[part] === before[part] ? theirs[part] : mine[part]
  return {
    name: one('name'),
    code: one('code'),
    description: one('description'),
    replication: one('replication'),
    replicationSaid: theirs.replicationSaid,
    kinds: kindsBy((type, every) =>
      kindOver(mine.kinds[type][every], before.kinds[type][every], theirs.kinds[type][every]),
    ),
  }
}
