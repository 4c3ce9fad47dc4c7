/** Commands, under the name features know them by. They live in `ui/`, where the grid uses them too. */
export {
  allCommands,
  type Command,
  focusNextArea,
  formatKeys,
  listenToKeys,
  runCommand,
  showKeys,
  useAllCommands,
  useCommands,
} from '../ui/commands.ts'
