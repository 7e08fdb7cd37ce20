export { type ClientMerge, type MergeDraft, mergeClients, mergesInto } from './merge-clients.ts'
export { type MergePreview, type MergeSide, previewMerge, type TakenFact } from './preview-merge.ts'
