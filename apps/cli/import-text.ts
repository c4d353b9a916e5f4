import { type FileError, type ImportReport, type PlannedItem, remedies } from '#import';

/** The errors of files, by line, each with its remedy. */
export const fileErrorsText = (errors: readonly FileError[]): string =>
  errors
    .map(({ file, line, column, code, path, message }) =>
      [
        // What stands in no file, as the reason of a correction, has no place in one.
        file === '' ? `${message} (${code})` : `${file}:${line}:${column}  ${message} (${code})`,
        ...(path && file ? [`    at ${path}`] : []),
        `    ${remedies[code]}`,
      ].join('\n'),
    )
    .join('\n');

type Done = Exclude<ImportReport, { readonly status: 'refused' }>;

const nameOf = (item: PlannedItem): string => {
  const { scope, item: key, type } = item.status === 'removed' ? item.recorded : item.statement;
  return `${scope}/${key} (${type})`;
};

const valueText = (value: unknown): string => {
  const text = JSON.stringify(value ?? null);
  return text.length > 90 ? `${text.slice(0, 87)}...` : text;
};

const changesText = (item: PlannedItem): readonly string[] =>
  item.status === 'changed'
    ? item.differences.map(({ field, was, is }) => `      ${field}: ${valueText(was)} -> ${valueText(is)}`)
    : [];

const headings: Readonly<Partial<Record<PlannedItem['status'], string>>> = {
  changed: 'Changed: offered as corrections (--apply-changes --reason "...")',
  conflict: 'Conflicts: the key is taken by a statement of another kind; give the item a key of its own',
  removed: 'No longer in the file: listed, never retracted by an import',
  retracted: 'Retracted in the ledger; to restore one, give it a new key',
};

const listText = (items: readonly PlannedItem[], status: PlannedItem['status']): readonly string[] => {
  const own = items.filter((item) => item.status === status);
  const heading = headings[status];
  if (own.length === 0 || heading === undefined) return [];
  return ['', `${heading}:`, ...own.flatMap((item) => [`  ${nameOf(item)}`, ...changesText(item)])];
};

const fileText = ({ file, counts }: Done['files'][number]): string => {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  return `  ${file}: ${parts.join(', ') || 'nothing'}`;
};

/** What an import did, or would do. */
export const importText = (report: Done): string => {
  const total = Object.values(report.types).reduce((sum, count) => sum + count, 0);
  const head =
    report.status === 'previewed'
      ? `Preview: ${total} events would be recorded. Nothing was written.`
      : `${report.recorded} events recorded.`;
  const types = Object.entries(report.types).map(([type, count]) => `  ${String(count).padStart(5)}  ${type}`);
  return [
    head,
    ...report.files.map(fileText),
    ...(types.length > 0 ? ['', 'Events by type:', ...types] : []),
    ...listText(report.items, 'changed'),
    ...listText(report.items, 'conflict'),
    ...listText(report.items, 'retracted'),
    ...listText(report.items, 'removed'),
  ].join('\n');
};
