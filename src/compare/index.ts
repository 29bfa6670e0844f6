export { type Comparison, compareTexts, compareWords, type Passage } from './passages.ts'
export { classifySharing, type DirectionContext, type DirectionFound, decideDirection } from './sharing.ts'
export { KEY_LIMIT, type Sketch, SURE_WORDS, sketchText, sketchWords } from './sketch.ts'
export { readWords, type Words } from './words.ts'
