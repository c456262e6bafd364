// Before a command that needs the dependencies and nothing else.
import { ensureDependencies } from './setup.mjs'

ensureDependencies()
