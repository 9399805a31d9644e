// An act about the procurement that is open: its number is looked up, so that nobody types it.
import { readInstant } from '../../../machines/values/read-instant.ts';
import type { ActType } from '../../../server/contract/asked.ts';
import { type RfpView, rfpView } from '../../../server/contract/procuring/rfp.ts';
import { act, actOptions } from '../../act.ts';
import { askedOptions } from '../../asked.ts';
import { argument, type CommandSpec, type OptionSpec } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import { systemPath } from '../show.ts';

export const rfpPath = async (context: Context, system: string): Promise<string> =>
  `${await systemPath(context, system)}/rfp`;

export const readRfp = async (context: Context, system: string): Promise<RfpView> =>
  context.client.get(rfpView, await rfpPath(context, system));

interface RfpAct extends Pick<CommandSpec, 'usage' | 'text' | 'examples'> {
  sends: ActType;
  options?: OptionSpec[];
  /** The act that it sends where a flag is given. */
  insteadBy?: { flag: string; sends: ActType };
  /** What stands in the fact besides what is asked. */
  named?: (args: readonly string[], options: Options, view: RfpView) => Record<string, unknown>;
}

export function rfpAct({ sends, options: own = [], insteadBy, named, ...given }: RfpAct): CommandSpec {
  return {
    ...given,
    sends: insteadBy ? [sends, insteadBy.sends] : sends,
    options: [...own, ...askedOptions(sends), ...actOptions],
    run: async (context, args, options) => {
      const system = argument(args, 0);
      const view = await readRfp(context, system);
      const rfp = view.open?.number ?? 1;
      const said = named?.(args, options, view) ?? {};
      return act(
        context,
        system,
        options,
        insteadBy && options.flag(insteadBy.flag) ? insteadBy.sends : sends,
        () => ({ rfp, ...said }),
      );
    },
  };
}

/** An instant that an option or argument says. */
export const instantIn = (options: Options, written: string, name?: string): string =>
  options.read((given) => readInstant(given), written, name);

/** Left out of the fact where the option is. */
export function maybeInstant(options: Options, name: string): Record<string, string> {
  const written = options.text(name);
  return written === undefined
    ? {}
    : { [name === 'received' ? 'receivedAt' : name]: instantIn(options, written, name) };
}
