// What Temporal's own lists show of a migration: search attributes, written only when one of them changes, and the
// details of its page, which cost nothing.
import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { type MigrationSummary, summarize } from '../../machines/migration/summary.ts';

const municipality = defineSearchAttributeKey('SekimoriMunicipality', 'KEYWORD');
const system = defineSearchAttributeKey('SekimoriSystem', 'KEYWORD');
const phase = defineSearchAttributeKey('SekimoriPhase', 'KEYWORD');
const regime = defineSearchAttributeKey('SekimoriRegime', 'KEYWORD');
const nextDeadline = defineSearchAttributeKey('SekimoriNextDeadline', 'DATETIME');
const overdue = defineSearchAttributeKey('SekimoriOverdue', 'BOOL');

/** Attribute by name, as last written; JSON, carried from run to run. */
export type Visible = Record<string, string | boolean | null>;

/** Not written again when the workflow has said it before. */
export function show(definition: MigrationDefinition, snapshot: MigrationSnapshot, before: Visible): Visible {
  const summary = summarize(definition, snapshot);
  setCurrentDetails(detailsOf(definition, summary));
  const pairs = pairsOf(definition, summary);
  const visible: Visible = Object.fromEntries(
    pairs.map(({ key, value }) => [key.name, value instanceof Date ? value.toISOString() : plain(value)]),
  );
  const changed = pairs.filter(({ key }) => visible[key.name] !== (before[key.name] ?? null));
  if (changed.length > 0) upsertSearchAttributes(changed);
  return visible;
}

/** Once for a programme. */
export function showMunicipality(code: string): void {
  upsertSearchAttributes([{ key: municipality, value: code }]);
}

const plain = (value: SearchAttributeUpdatePair['value']): string | boolean | null =>
  typeof value === 'string' || typeof value === 'boolean' ? value : null;

function pairsOf(definition: MigrationDefinition, summary: MigrationSummary): SearchAttributeUpdatePair[] {
  const dueAt = summary.nextDeadline?.dueAt;
  return [
    { key: municipality, value: definition.programme.code },
    { key: system, value: definition.system.id },
    { key: phase, value: summary.phase },
    { key: regime, value: summary.regime },
    { key: nextDeadline, value: dueAt ? new Date(dueAt) : null },
    { key: overdue, value: summary.overdue > 0 },
  ];
}

function detailsOf(definition: MigrationDefinition, summary: MigrationSummary): string {
  const { name } = definition.system;
  const next = summary.nextDeadline;
  return [
    `**${name.ja}** (${name.en})`,
    `- ${summary.phaseLabel.ja} / ${summary.phaseLabel.en}, ${summary.stage ?? '-'}, ${summary.activity}`,
    `- ${next ? `${next.label.ja}: ${next.dueOn}` : '期限なし / no deadline'}`,
    ...(definition.programme.rehearsal ? ['- 演習 / rehearsal'] : []),
  ].join('\n');
}
