/** The French sentence of a step, wherever the page shows one: the words of shared/text, said once for all. */
export { stepSentence } from '#shared/text/explain.ts'
