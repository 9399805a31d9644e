// `meeting`: bodies that meet. Convened, present, recused, voted, answered in writing, minuted, closed and carried to each system.
import { type CommandSpec, example } from '../../command-spec.ts';
import { callOffCommand, conveneCommand } from './meeting/convening.ts';
import { closeCommand, minutesCommand, resumeCommand } from './meeting/ending.ts';
import { agendaCommand, listCommand, showCommand } from './meeting/reading.ts';
import { readyCommand } from './meeting/ready.ts';
import { answerCommand, presentCommand, recuseCommand } from './meeting/sitting.ts';
import { voteCommand } from './meeting/voting.ts';

export const meetingCommands: CommandSpec[] = [
  {
    usage: 'meeting',
    text: {
      ja: '会議・書面開催（招集・出席・除斥・採決・議事録・議決の反映）',
      en: 'meetings of bodies: convene, vote, minutes, and what is resolved',
    },
    examples: [
      example(
        'sekimori meeting ready promotion-committee --day R6.5.20',
        'その日に席のある人と、議案にできるもの',
        'who has a seat that day, and what it could decide',
      ),
      example(
        'sekimori meeting convene promotion-committee --day R6.5.20 --item juki --item kokuho --place 第2会議室',
        '2システムを議案にして招集する',
        'convene it with two systems on the agenda',
      ),
      example(
        'sekimori meeting present 41 iinchou,bucho-a,kacho-b --away kacho-c=出張',
        '出席を登録する',
        'record who is present',
      ),
      example(
        'sekimori meeting recuse 41 1 kacho-b --reason 起案者のため',
        '議案1から除斥する',
        'recuse a member of item 1',
      ),
      example('sekimori meeting vote 41 1 --for 全員', '議案1は全員賛成', 'item 1: all for it'),
      example(
        'sekimori meeting vote 41 2 --for bucho-a --against kacho-b --casting 反対 --reason 費用の見通しがないため',
        '可否同数を議長が決する',
        'a tie, decided by the chair',
      ),
      example(
        'sekimori meeting close 41',
        '閉会し、議決を各システムに反映する',
        'close it and carry what was resolved',
      ),
      example(
        'sekimori meeting resume 41',
        '反映の残りを続ける（二重にはならない）',
        'go on with what is left; nothing twice',
      ),
      example(
        'sekimori meeting minutes 41 --out 議事録案.md',
        '議事録案を書き出す',
        'write a draft of the minutes',
      ),
      example(
        'sekimori meeting answer 52 1 賛成',
        '書面開催の議案1に賛成と回答する',
        'answer item 1 of a circulation',
      ),
    ],
    subcommands: [
      listCommand,
      showCommand,
      readyCommand,
      conveneCommand,
      presentCommand,
      recuseCommand,
      voteCommand,
      answerCommand,
      closeCommand,
      resumeCommand,
      agendaCommand,
      minutesCommand,
      callOffCommand,
    ],
  },
];
