import { type Decision, type EventDraft, type StoredEvent } from '#event-store';
import { catalogue } from '../catalogue/catalogue.js';
import { checkDraft } from '../catalogue/check-draft.js';
import { checkMandate } from '../decision/rules.js';
import { streamRef } from '../kinds/stream-ref.js';
import { keepsShares, keepsTotals, withOwnFunding } from '../programme/budget-rules.js';
import { checkClosing } from '../programme/closing-rule.js';
import { type ReformCommand } from './command.js';
import { refusalOfStep } from './illegal-refusal.js';
import { addedIllegalSteps, type Judged, judge } from './judge.js';
import { type Refusal, refusal, refusalOfProblems } from './refusal.js';
import { checkTargets } from './targets.js';

const checkForm = (command: ReformCommand): Refusal | null =>
  refusalOfProblems(
    command.drafts.flatMap((draft, event) =>
      checkDraft(draft, command.stream).map((problem) => ({ ...problem, event })),
    ),
  );

const checkVersion = (history: readonly StoredEvent[], { expectedVersion }: ReformCommand): Refusal | null => {
  const version = history.at(-1)?.version ?? 0;
  return expectedVersion === undefined || expectedVersion === version
    ? null
    : refusal('version-conflict', { version, expected: expectedVersion });
};

const checkNature = ({ drafts }: ReformCommand): Refusal | null => {
  const record = drafts.find(({ type }) => catalogue.get(type)?.nature === 'record');
  return record ? refusal('not-commanded', { type: record.type }) : null;
};

const checkShares = (programme: string, command: ReformCommand, before: Judged, after: Judged): Refusal | null => {
  const kept = command.drafts.every((draft) => keepsShares(draft, programme, before.entities));
  const total = keepsTotals(after.entities) || !keepsTotals(before.entities);
  return kept && total ? null : refusal('budget-shares', { programme });
};

const checkHistory = (programme: string, command: ReformCommand, before: Judged, after: Judged): Refusal | null => {
  const [illegal] = addedIllegalSteps(before, after);
  if (illegal) return refusalOfStep(illegal);
  const count = command.drafts.length;
  const entity = `programme:${programme}`;
  return (
    checkClosing(before.entities.get(entity) ?? command.context?.get(entity), after, count) ??
    checkMandate(programme, command.context, after, count) ??
    checkShares(programme, command, before, after)
  );
};

const programmeOf = (stream: string): string => streamRef(stream)?.programme ?? '';

const completed = (history: readonly StoredEvent[], command: ReformCommand): readonly EventDraft[] => {
  if (!command.drafts.some(({ type }) => type === 'budget-moved')) return command.drafts;
  const { before } = judge(history, { ...command, drafts: [] });
  return command.drafts.map((draft) => withOwnFunding(draft, programmeOf(command.stream), before.entities));
};

/**
 * Judges a command on the whole history of its stream: accepted if and only if the form is right, the version is the one
 * that was seen, what results adds no illegal step (semantics, rule 6) and no named rule is broken. The accepted drafts
 * are those given, moves of money completed with their own funding. Pure: called anew on a newer history.
 */
export const decide = (history: readonly StoredEvent[], command: ReformCommand): Decision<Refusal> => {
  const first =
    checkForm(command) ??
    checkNature(command) ??
    checkVersion(history, command) ??
    checkTargets(history, command.drafts);
  if (first) return { refused: first };
  const drafts = completed(history, command);
  const judgedCommand = { ...command, drafts };
  const { before, after } = judge(history, judgedCommand);
  const refused = checkHistory(programmeOf(command.stream), judgedCommand, before, after);
  return refused ? { refused } : { accepted: drafts };
};

/**
 * Judges what an import states: the form alone, and that corrections and retractions have their targets. What does not
 * fit is recorded as stated and is a finding.
 */
export const decideAsStated = (history: readonly StoredEvent[], command: ReformCommand): Decision<Refusal> => {
  const refused =
    checkForm(command) ??
    checkNature(command) ??
    checkVersion(history, command) ??
    checkTargets(history, command.drafts);
  return refused ? { refused } : { accepted: command.drafts };
};
