// What the doctor says of the programmes besides their health: posts, grants and calendars that somebody should look to in time. None of
// it is an illness: a vacant post is filled, or is not needed yet.

import type { Ledger } from '../../../ledger/open.ts';
import type { MigrationDefinition, Text } from '../../../machines/definition/definition.ts';
import { votesOfGates, workAhead } from '../../../machines/migration/gate/work-ahead.ts';
import { ahead } from '../../../machines/programme/ahead/ahead.ts';
import { ESCALATED } from '../../../machines/programme/ahead/matter.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { type Names, programmeNames } from '../../../texts/names.ts';
import { agingText } from '../../../texts/telling/aging-texts.ts';
import { aheadText } from '../../../texts/telling/ahead-texts.ts';
import { nowIn, programmesLookedAt } from './programmes-looked-at.ts';

/** So many of what ages are named, the longest known first. */
const AGING = 20;

interface Note {
  programme: string;
  code: string;
  message: Text;
}

interface Asked {
  ledger: Ledger;
  isAsked: (programme: string) => boolean;
}

/** Well in any case. */
export async function lookingAhead({ ledger, isAsked }: Asked) {
  const { programmes, notLooked } = await programmesLookedAt(ledger, isAsked);
  const found: Note[] = [];
  for (const definition of programmes) found.push(...(await notesOf(ledger, definition)));
  const notes = found.map(({ programme, message: { ja, en } }) => ({
    ja: `${programme}: ${ja}`,
    en: `${programme}: ${en}`,
  }));
  return {
    ok: true,
    facts: { found: found.map(({ programme, code }) => ({ programme, code })), notLooked },
    message: summary(programmes.length, found.length, notLooked),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

async function notesOf(ledger: Ledger, definition: ProgrammeDefinition): Promise<Note[]> {
  const { code, systems, bodies } = definition;
  const powers = await ledger.powers(code);
  if (!powers) return [];
  const states = await ledger.statesOn(
    systems.map((system) => chainOf(code, system)),
    null,
  );
  const gates = states.flatMap((state) => votesOfGates(state.definition.path, bodies));
  const works = states.flatMap(({ definition: of, snapshot }) => workAhead(of, snapshot) ?? []);
  const calendars = states.map((state) => state.definition.calendar);
  const { days } = await nowIn(ledger, definition);
  const names = namesIn(
    bodies,
    states.map((state) => state.definition),
  );
  const prepared = ahead({ definition, powers, gates, works, calendars, days }).map((one) => ({
    programme: code,
    code: one.code === 'lack' ? one.lack.code : one.code,
    message: aheadText(one, names),
  }));
  return [...prepared, ...(await agingNotes(ledger, definition, { today: days.programme, names }))];
}

/** What ages in single systems, at the steps at which those whom it concerns are told; the rest is told above, by its own name. */
async function agingNotes(
  ledger: Ledger,
  definition: ProgrammeDefinition,
  { today, names }: { today: string; names: Names },
): Promise<Note[]> {
  const found = await ledger.aging(definition, today);
  return found
    .filter(({ matter: { code }, rung }) => code !== 'review' || rung.number >= ESCALATED)
    .sort((a, b) => b.rung.number - a.rung.number)
    .flatMap(({ matter }) => {
      // Words of a phase that is not disclosed are not for everybody who looks after the programme.
      if (!('system' in matter) || matter.code === 'supply' || matter.code === 'proviso') return [];
      const { ja, en } = matter.system === null ? definition.name : names.system(matter.system);
      const { text } = agingText(matter, today, names);
      return [
        {
          programme: definition.code,
          code: matter.code,
          message: { ja: `${ja}：${text.ja}`, en: `${en}: ${text.en}` },
        },
      ];
    })
    .slice(0, AGING);
}

/** A phase by its system and its id: `juki/rfp`. */
function namesIn(bodies: ProgrammeDefinition['bodies'], definitions: readonly MigrationDefinition[]): Names {
  const systems = new Map(definitions.map(({ system }) => [system.id, system.name]));
  const phases = new Map<string, Text>(
    definitions.flatMap(({ system, path }) =>
      path.phases.map(({ id, label }) => [`${system.id}/${id}`, label] as const),
    ),
  );
  const names = programmeNames(bodies, systems);
  return { ...names, phase: (id) => phases.get(id) ?? names.phase(id) };
}

const texts = {
  none: (programmes: number): Text => ({
    ja: `${programmes}団体の職・任期・暦に、今から備えることはありません。`,
    en: `Nothing to prepare for in posts, grants and calendars (programmes looked at: ${programmes}).`,
  }),
  some: (notes: number): Text => ({
    ja: `備えることが${notes}件あります（異常ではありません）。`,
    en: `Things to prepare for: ${notes} (none is an illness).`,
  }),
  notLooked: (programmes: number): Text => ({
    ja: `ほか${programmes}団体は見ていません。`,
    en: `Programmes not looked at: ${programmes}.`,
  }),
};

function summary(programmes: number, notes: number, notLooked: number): Text {
  const told = notes === 0 ? texts.none(programmes) : texts.some(notes);
  if (notLooked === 0) return told;
  const more = texts.notLooked(notLooked);
  return { ja: `${told.ja}${more.ja}`, en: `${told.en} ${more.en}` };
}
