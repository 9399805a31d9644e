// A command that sends one act. Its options are what the act asks; what it names by arguments besides is the only thing
// that a command says of its own.
import type { ActType } from '../server/contract/asked.ts';
import type { ExplanationView } from '../server/contract/migrations/explanation.ts';
import { act, actOptions, currentPhase, type Named } from './act.ts';
import { askedOptions } from './asked.ts';
import { argument, type CommandSpec, type OptionSpec, option } from './command-spec.ts';
import type { Options } from './options.ts';

interface ActCommand extends Pick<CommandSpec, 'usage' | 'text' | 'examples'> {
  sends: ActType;
  /** Besides those for what is asked. */
  options?: OptionSpec[];
  /** What stands in the fact besides the answers. The first argument is always the system. */
  named?: (args: readonly string[], options: Options) => Named;
  /** Members of the fact that the explanation says besides: the next number of what is numbered. */
  given?: readonly string[];
}

export function actCommand({ options: own = [], named, given: kept = [], ...spec }: ActCommand): CommandSpec {
  const answered = (args: readonly string[], options: Options): Named => {
    const rest = named?.(args, options);
    return (explanation) => ({ ...givenIn(explanation, spec.sends, kept), ...rest?.(explanation) });
  };
  return {
    ...spec,
    options: [...own, ...askedOptions(spec.sends), ...actOptions],
    run: (context, args, options) =>
      act(context, argument(args, 0), options, spec.sends, answered(args, options)),
  };
}

/** A number that is not said is the first. */
function givenIn({ acts }: ExplanationView, type: ActType, members: readonly string[]) {
  const given = acts.find((shown) => shown.type === type)?.given ?? {};
  return Object.fromEntries(members.map((member) => [member, given[member] ?? 1]));
}

const phaseOption = option(
  '--phase <phase>',
  '工程（省略時は現在の工程）',
  'the phase (default: the current one)',
);

/** One about the current phase, unless another is named. */
export function phaseCommand(given: Omit<ActCommand, 'named'>): CommandSpec {
  return actCommand({
    ...given,
    options: [phaseOption, ...(given.options ?? [])],
    named: (_args, options) => (explanation) => ({
      phase: options.text('phase') ?? currentPhase(explanation),
    }),
  });
}
