// Where in a folder stands what cannot be proposed: the file and the line to be mended.
import type { ProposalProblem } from '../../../machines/programme/amendment/proposal.ts';
import type { SeedFile } from '../read-seed.ts';
import { readYaml } from '../yaml-document.ts';

export interface Where {
  file: string;
  line: number;
  field: string;
}

/** Null where no single line says it. */
export function whereIn(files: readonly SeedFile[], { code, facts }: ProposalProblem): Where | null {
  switch (code) {
    case 'programme.fixed':
      return lineOf(files, 'programme.yaml', facts.field);
    case 'version.notRaised':
      return lineOf(files, 'programme.yaml', 'version');
    case 'calendar.sameVersion':
      return lineOf(files, 'calendar.yaml', 'version');
    default:
      return null;
  }
}

function lineOf(files: readonly SeedFile[], name: string, key: string): Where | null {
  const file = files.find(({ path }) => path.replace(/^\.\//, '') === name);
  return file ? { file: name, line: readYaml(name, file.text).find([key]).line, field: key } : null;
}
