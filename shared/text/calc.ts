/** Words of the calculators, in one place to import from. */
export { CALC_ERROR_CODES, calcErrorMessage } from './calc-errors.ts'
export { STEP_CODES, stepSentence } from './calc-steps.ts'
export {
  answerCodeLabel,
  CALCULATOR_GROUPS,
  CALCULATORS,
  type CalcChoice,
  type CalcField,
  type CalcFieldKind,
  type CalcResult,
  type CalcResultKind,
  type CalculatorText,
  calculatorText,
} from './calculators.ts'
