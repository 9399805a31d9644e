// Why a file is no archive, or one that cannot be opened here: codes with their facts. Sentences are made at the edge.

export type ArchiveFault =
  /** No ZIP, or one that cannot be read to its end. */
  | { code: 'file.broken' }
  | { code: 'file.tooLarge'; most: number }
  /** It is not among those that an archive holds, or not in its place. */
  | { code: 'file.strange'; path: string }
  | { code: 'file.missing'; path: string }
  /** Other bytes than its manifest names. */
  | { code: 'file.differs'; path: string }
  | { code: 'line.unreadable'; path: string; line: number }
  /** Of another programme than the manifest's. */
  | { code: 'line.strange'; path: string; line: number; chain: string }
  | { code: 'head.differs'; chain: string }
  /** It is not what the chains say. */
  | { code: 'derived.differs'; path: string }
  /** Nothing keeps the programme's chain from being written on where it comes from. */
  | { code: 'open.notHandedOver'; programme: string }
  | { code: 'open.toAnother'; programme: string; key: string; held: string }
  /** It was handed over to this very key, and is not lost. */
  | { code: 'open.notLost'; programme: string }
  | { code: 'open.notEmpty'; programmes: string[] }
  | { code: 'open.otherHeads'; programme: string; chains: string[] }
  /** As the machine's refusals say. */
  | { code: 'open.refused'; refusals: string[] };

export class ArchiveRefusal extends Error {
  override readonly name = 'ArchiveRefusal';
  readonly fault: ArchiveFault;
  constructor(fault: ArchiveFault) {
    super(`${fault.code} ${JSON.stringify(fault)}`);
    this.fault = fault;
  }
}
