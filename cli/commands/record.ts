// Facts a gate may ask for: the voted budget, the result of a selection, the contract.
import { readFiscalYear } from '../../machines/values/fiscal-year.ts';
import { readAmounts, readYen } from '../../machines/values/money.ts';
import { readCount, readScore } from '../../machines/values/score.ts';
import { act, actOptions } from '../act.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import { CommandFailure } from '../failure.ts';
import type { Options } from '../options.ts';

const noteOption = option('--note <text>', '備考', 'a note');
const noteOf = (options: Options) =>
  options.text('note') === undefined ? {} : { note: options.required('note') };

const budget: CommandSpec = {
  usage: 'budget <system>',
  sends: 'budget.voted',
  text: { ja: '予算の議決を登録する', en: 'record that the budget was voted' },
  options: [
    option('--fiscal-year <year>', '年度（2024、R6）', 'the fiscal year', 'required'),
    noteOption,
    ...actOptions,
  ],
  run: (context, args, options) => {
    const fiscalYear = options.read(readFiscalYear, options.required('fiscalYear'));
    return act(context, argument(args, 0), options, 'budget.voted', () => ({
      type: 'budget.voted',
      fiscalYear,
      ...noteOf(options),
    }));
  },
};

const selection: CommandSpec = {
  usage: 'selection <system>',
  sends: 'selection.recorded',
  text: { ja: '選定結果を登録する', en: 'record the result of a selection' },
  options: [
    option('--candidate <name>', '委託候補事業者', 'the candidate', 'required'),
    option('--technical <score>', '技術点', 'technical score', 'required'),
    option('--price <score>', '価格点', 'price score', 'required'),
    option('--printed-total <score>', '公表する総得点', 'the total as it is printed', 'required'),
    option('--out-of <technical/price>', '配点（例：700/300）', 'the maximum of each (700/300)', 'required'),
    option('--method <text>', '選定方式', 'the method', 'required'),
    option('--applicants <n>', '応募者数', 'how many applied'),
    ...actOptions,
  ],
  run: (context, args, options) => {
    const fact = selectionFact(options);
    return act(context, argument(args, 0), options, fact.type, () => fact);
  },
};

function selectionFact(options: Options) {
  const [technical = '', price = ''] = options.required('outOf').split('/');
  const score = (name: string) => options.read(readScore, options.required(name));
  return {
    type: 'selection.recorded',
    candidate: options.required('candidate'),
    technical: score('technical'),
    price: score('price'),
    printedTotal: score('printedTotal'),
    outOf: { technical: options.read(readScore, technical), price: options.read(readScore, price) },
    method: options.required('method'),
    applicants: options.maybe(readCount, 'applicants') ?? null,
  };
}

const contract: CommandSpec = {
  usage: 'contract <system>',
  sends: 'contract.recorded',
  text: { ja: '契約を登録する', en: 'record the contract' },
  options: [
    option('--vendor <name>', '契約事業者', 'the vendor', 'required'),
    option(
      '--amount <year=yen>',
      '年度ごとの金額（例：R5=131331519）。繰り返し指定',
      'the amount of a fiscal year; repeat it',
      'list',
    ),
    option(
      '--total <yen>',
      '総額（年度ごとの合計と照合する）',
      'the total, checked against the amounts',
      'required',
    ),
    option(
      '--continues <years>',
      '金額未定で継続する年度（例：R7）',
      'fiscal years it goes on into without an amount yet',
    ),
    noteOption,
    ...actOptions,
  ],
  run: (context, args, options) => {
    const fact = contractFact(options);
    return act(context, argument(args, 0), options, fact.type, () => fact);
  },
};

function contractFact(options: Options) {
  const written = options.list('amount');
  if (written.length === 0) {
    throw new CommandFailure('wrongUse', {
      ja: '--amount を一つ以上指定してください（例：--amount R5=131331519）。',
      en: 'Give at least one --amount, such as --amount R5=131331519.',
    });
  }
  return {
    type: 'contract.recorded',
    vendor: options.required('vendor'),
    amounts: options.read(() => readAmounts(written), written.join(' ')),
    totalYen: options.read(readYen, options.required('total')),
    continuesInto: (options.text('continues')?.split(/[,、]/u) ?? []).map((year) =>
      options.read(readFiscalYear, year),
    ),
    ...noteOf(options),
  };
}

export const recordCommands: CommandSpec[] = [
  {
    usage: 'record',
    text: { ja: '予算・選定・契約を登録する', en: 'record a budget, a selection or a contract' },
    examples: [
      example(
        'sekimori record budget shougai --fiscal-year R6',
        '令和6年度予算の議決',
        'the budget of FY2024',
      ),
      example(
        'sekimori record selection shougai --candidate A社 --technical 574.9 --price 53 --printed-total 628 --out-of 700/300 --method プロポーザル方式',
        '選定結果',
        'a selection; the exact sum is always computed',
      ),
      example(
        'sekimori record contract shougai --vendor A社 --amount R5=131331519 --amount R6=164115710 --total 295447229',
        '契約（総額は合計と照合する）',
        'a contract; its total must be the sum',
      ),
    ],
    subcommands: [budget, selection, contract],
  },
];
