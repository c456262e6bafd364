/** Who can mend it: whoever runs the VM, or an administrator of the platform and its backup system. */
export type FailureOwner = 'vm' | 'platform'

/** `safe`: it may well work now. `after`: harmless, and fails again until it is mended. `wait`: not before something else is done. */
export type Retry = 'safe' | 'after' | 'wait'

const causes = {
  quota: { who: 'platform', retry: 'after' },
  'storage-full': { who: 'platform', retry: 'after' },
  licence: { who: 'platform', retry: 'after' },
  credentials: { who: 'platform', retry: 'after' },
  'already-running': { who: 'vm', retry: 'wait' },
  'window-closed': { who: 'platform', retry: 'safe' },
  quiesce: { who: 'vm', retry: 'after' },
  'snapshot-stuck': { who: 'platform', retry: 'wait' },
  'snapshot-failed': { who: 'platform', retry: 'safe' },
  'repository-unreachable': { who: 'platform', retry: 'after' },
  'proxy-lost': { who: 'platform', retry: 'safe' },
  'agent-unreachable': { who: 'vm', retry: 'after' },
  'host-unreachable': { who: 'platform', retry: 'after' },
  timeout: { who: 'platform', retry: 'safe' },
  'vm-not-found': { who: 'platform', retry: 'after' },
  'backup-expired': { who: 'vm', retry: 'after' },
  'backup-gone': { who: 'vm', retry: 'after' },
  'name-taken': { who: 'platform', retry: 'after' },
  interrupted: { who: 'platform', retry: 'safe' },
  'connection-lost': { who: 'platform', retry: 'safe' },
  'vm-not-deployed': { who: 'vm', retry: 'after' },
  'vm-powered-on': { who: 'vm', retry: 'after' },
  'not-supported': { who: 'platform', retry: 'after' },
  'not-at-deploy': { who: 'vm', retry: 'after' },
  'no-backup-system': { who: 'platform', retry: 'after' },
} as const satisfies Readonly<Record<string, { readonly who: FailureOwner; readonly retry: Retry }>>

/** What can be behind a failed backup, restore or change. */
export type FailureCauseKey = keyof typeof causes

const isCause = (key: string): key is FailureCauseKey => Object.hasOwn(causes, key)

/** Every cause that is known, in the order in which they are looked for. */
export const knownCauses = (): readonly FailureCause[] =>
  Object.keys(causes)
    .filter(isCause)
    .map((key) => causeOf(key))

/** Why something failed, who can mend it, and whether to try again. */
export interface FailureCause {
  readonly key: FailureCauseKey
  readonly who: FailureOwner
  readonly retry: Retry
}

const causeOf = (key: FailureCauseKey): FailureCause => {
  const { who, retry } = causes[key]
  return { key, who, retry }
}

/** The platform's error catalogue, as far as a code tells a cause. */
const byCode: ReadonlyMap<string, FailureCauseKey> = new Map([
  ['BC-20', 'backup-gone'],
  ['BC-37', 'backup-gone'],
  ['BC-38', 'no-backup-system'],
  ['BC-40', 'no-backup-system'],
  ['BC-41', 'backup-gone'],
  ['BC-42', 'vm-not-deployed'],
  ['BC-43', 'vm-not-deployed'],
  ['BC-44', 'vm-powered-on'],
  ['BC-45', 'not-at-deploy'],
  ['BC-46', 'not-supported'],
])

/** Phrases of backup systems and hypervisors, in lower case; the first that fits counts, the special before the general. */
const byPhrase: readonly (readonly [FailureCauseKey, RegExp])[] = [
  ['quota', /\bquota\b/u],
  [
    'storage-full',
    /no space left|(?:not enough|insufficient|out of|no) (?:free |available )?(?:disk |storage )?(?:space|capacity)|(?:disk|volume|datastore|repository|storage|pool) (?:is |was )?full\b|capacity (?:is |was )?(?:exceeded|exhausted)/u,
  ],
  ['licence', /\blicen[cs]e/u],
  [
    'credentials',
    /(?:authentication|authorization|log[- ]?[io]n|logon) (?:has |was )?(?:failed|failure|refused|denied)|(?:invalid|wrong|incorrect|bad) (?:user ?name|user|password|credentials)|(?:refused|rejected|denied) (?:the )?(?:user|password|credentials|log[- ]?in)|access (?:is |was )?denied|permission denied|unauthori[sz]ed|password (?:has |is )?expired/u,
  ],
  [
    'already-running',
    /(?:already|still) (?:being )?(?:running|in progress|active|backed up)|another (?:backup|job|session|task|operation) (?:is|was) (?:already )?(?:running|in progress|active)|(?:vm|machine|resource|object) is (?:busy|in use by another)/u,
  ],
  [
    'window-closed',
    /backup window (?:is |was |has )?(?:closed|ended|exceeded|expired)|outside (?:of )?(?:the |its )?(?:allowed )?backup window/u,
  ],
  [
    'quiesce',
    /\bvss(?:control)?\b|quiesc|freeze (?:the )?guest|shadow copy|(?:vmware|guest) tools (?:is |are )?(?:not |out)/u,
  ],
  [
    'snapshot-stuck',
    /snapshots?\b[^.]{0,60}(?:could not|cannot|can not|failed to|unable to) be (?:removed|deleted|consolidated)|(?:failed|unable) to (?:remove|delete|consolidate)[^.]{0,40}snapshot|snapshot (?:removal|deletion|consolidation) failed|consolidation (?:is )?needed|file is locked|too many snapshots/u,
  ],
  [
    'snapshot-failed',
    /(?:creat|tak)[^.]{0,45}snapshot[^.]{0,60}(?:fail|error|not possible)|(?:fail|unable|cannot|could not)[^.]{0,25}(?:creat|tak)[^.]{0,45}snapshot|snapshot (?:creation |operation )?(?:has |was )?failed|snapshot[^.]{0,60}could not be (?:created|taken)/u,
  ],
  [
    'repository-unreachable',
    /(?:repository|backup storage|data ?domain|storage (?:node|unit|device)|backup target|media server)[^.]{0,40}(?:not (?:reachable|accessible|available|responding)|unreachable|unavailable|inaccessible|offline)|(?:cannot|could not|unable to|failed to) (?:reach|access|connect to|open) (?:the )?(?:backup )?(?:repository|storage)/u,
  ],
  [
    'proxy-lost',
    /prox(?:y|ies)\b[^.]{0,60}(?:lost|unavailable|not available|offline|unreachable|not reachable|not responding)|no (?:backup )?(?:proxy|proxies)\b[^.]{0,20}(?:available|found|online)/u,
  ],
  [
    'agent-unreachable',
    /(?:agent|guest|client)\b[^.]{0,40}(?:not (?:reachable|responding|installed|running|registered)|unreachable|offline)|(?:cannot|could not|unable to|failed to) (?:reach|contact|connect to) (?:the )?(?:backup )?(?:agent|guest|client)/u,
  ],
  [
    'host-unreachable',
    /(?:hypervisor|vcenter|esxi?|host|server|cluster)\b[^.]{0,40}(?:not (?:reachable|responding|accessible|available)|unreachable|offline)|no route to host|connection refused|(?:cannot|could not|unable to|failed to) (?:reach|connect to|contact) (?:the )?(?:hypervisor|vcenter|host|backup (?:system|server)|server)/u,
  ],
  ['timeout', /time[d-]?[ -]?out|took too long/u],
  [
    'vm-not-found',
    /(?:vm|virtual machine|machine|client|object)\b[^.]{0,30}(?:not found|(?:was|is) not (?:found|known|protected|registered)|does not exist|no longer exists|could not be found|is unknown)|(?:cannot|could not|unable to|failed to) find (?:the )?(?:vm|virtual machine|client)/u,
  ],
  ['backup-expired', /(?:backup|restore point|save ?set|copy)[^.]{0,30}(?:has |is |was )expired/u],
  [
    'backup-gone',
    /(?:backup|restore point|save ?set|backup file)\b[^.]{0,30}(?:not found|does not exist|no longer exists|missing|could not be found)/u,
  ],
  ['name-taken', /(?:job|client|policy|schedule) (?:name )?(?:is )?already (?:in use|exists)/u],
  [
    'interrupted',
    /(?:job|backup|restore|session|operation) (?:was |has been )?(?:interrupted|aborted|cancell?ed|stopped|killed)/u,
  ],
  [
    'connection-lost',
    /(?:connection|network)[^.]{0,30}(?:lost|reset|closed|broken|interrupted|failed|dropped)|(?:network|socket) error|broken pipe/u,
  ],
  ['vm-not-deployed', /(?:vm|machine)\b[^.]{0,20} (?:must be|is not) deployed/u],
  ['vm-powered-on', /(?:vm|machine)\b[^.]{0,20} must be (?:powered )?off/u],
  ['not-supported', /(?:not|un)[ -]?supported (?:by|for|on)\b/u],
]

/** Names stand in quotes, and may hold any word: a VM called "quota" has no trouble with its quota. */
const withoutNames = (text: string): string => text.replaceAll(/(?<![\p{L}\p{N}])(['"])[^'"]*\1(?![\p{L}\p{N}])/gu, '…')

/** The platform's code, which texts of tasks and events may begin with. */
const codeIn = (text: string): string | null => /\bBC-\d{1,3}\b/iu.exec(text)?.[0] ?? null

/**
 * The cause behind the platform's own text, by its code first, then by its phrases, in any letter case. Null when it is
 * not known: nothing is guessed, and the text itself is what a person reads.
 */
export function failureCause(text: string | null, code: string | null = null): FailureCause | null {
  const words = withoutNames(text ?? '')
  const known = byCode.get((code ?? codeIn(words) ?? '').toUpperCase())
  const lower = words.toLowerCase()
  const key = known ?? byPhrase.find(([, phrase]) => phrase.test(lower))?.[0]
  return key === undefined ? null : causeOf(key)
}

/** The same for texts that differ only in names, numbers and ids, so that equal failures can be told together. */
export const failureLikeness = (text: string): string =>
  withoutNames(text)
    .toLowerCase()
    .replaceAll(/[\da-f]{8}-[\da-f-]{27}/gu, '#')
    .replaceAll(/\d+/gu, '#')
    .replaceAll(/\s+/gu, ' ')
    .trim()
