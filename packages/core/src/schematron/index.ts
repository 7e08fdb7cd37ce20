export { type Answer, applyRules, type Breach } from './apply-rules.ts'
export { readRules } from './read-rules.ts'
export { type RuleFile, RuleFileError } from './rule-file.ts'
