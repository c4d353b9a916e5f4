/*
 * JSON Schemas of what the API answers, made from the types of the views, so that no second copy is kept by hand:
 * `node tests/support/view-schemas.js` writes apps/api/view-schemas.json; a spec compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { format, resolveConfig } from 'prettier';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const output = path('apps/api/view-schemas.json');

/** The answers, by name of their type and the file that exports it. */
const answers = {
  AreaTimeline: 'libs/views/index.ts',
  ProgrammeOverview: 'libs/views/index.ts',
  CountryOverview: 'libs/views/index.ts',
  LedgerPage: 'libs/views/index.ts',
  Explanation: 'libs/views/index.ts',
  ViewDifference: 'libs/views/index.ts',
  Health: 'apps/api/health/health.controller.ts',
};

const config = ts.parseJsonConfigFileContent(
  ts.readConfigFile(path('tsconfig.json'), (name) => readFileSync(name, 'utf8')).config,
  ts.sys,
  path('.'),
);
const files = [...new Set(Object.values(answers))].map(path);
const program = ts.createProgram(files, config.options);
const checker = program.getTypeChecker();
const schemas = {};

const documentation = (symbol) => {
  const text = symbol ? ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() : '';
  return text === '' ? {} : { description: text.replace(/\s+/g, ' ') };
};

const literal = (type) =>
  type.flags & ts.TypeFlags.BooleanLiteral ? checker.typeToString(type) === 'true' : type.value;

const unionSchema = (type) => {
  const parts = type.types.filter((part) => !(part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  const nullable = type.types.some((part) => part.flags & ts.TypeFlags.Null);
  const ofNull = nullable ? [{ type: 'null' }] : [];
  if (parts.length === 2 && parts.every((part) => part.flags & ts.TypeFlags.BooleanLiteral))
    return nullable ? { type: ['boolean', 'null'] } : { type: 'boolean' };
  if (parts.every((part) => part.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)))
    return { enum: [...parts.map(literal).sort(), ...(nullable ? [null] : [])] };
  const of = [...parts.map(schemaOf), ...ofNull];
  if (of.length === 1) return of[0];
  if (of.every((one) => Object.keys(one).length === 1 && typeof one.type === 'string'))
    return { type: of.map((one) => one.type) };
  return { anyOf: of };
};

const objectSchema = (type) => {
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  const properties = {};
  const required = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const optional = Boolean(property.flags & ts.SymbolFlags.Optional);
    properties[property.name] = { ...schemaOf(checker.getTypeOfSymbol(property)), ...documentation(property) };
    if (!optional) required.push(property.name);
  }
  if (index) return { type: 'object', additionalProperties: schemaOf(index.type) };
  return { type: 'object', ...(required.length > 0 ? { required } : {}), properties };
};

/** Interfaces and unions with a name of ours stand once, under their name. */
const nameOf = (type) => {
  const symbol = type.aliasSymbol ?? (type.flags & ts.TypeFlags.Object ? type.symbol : undefined);
  const declared = symbol?.declarations?.some(
    (at) => (ts.isInterfaceDeclaration(at) || ts.isTypeAliasDeclaration(at)) && !at.getSourceFile().isDeclarationFile,
  );
  const generic = (type.aliasTypeArguments ?? type.typeArguments ?? []).length > 0;
  return declared && !generic ? symbol : undefined;
};

const bare = (type) => {
  if (type.isUnion()) return unionSchema(type);
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
  if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
  if (type.flags & ts.TypeFlags.TemplateLiteral) return { type: 'string' };
  if (type.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.BooleanLiteral))
    return { const: literal(type) };
  if (checker.isTupleType(type)) return { type: 'array', prefixItems: checker.getTypeArguments(type).map(schemaOf) };
  if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
  if (type.flags & ts.TypeFlags.Intersection && type.types.some((part) => part.flags & ts.TypeFlags.String))
    return { type: 'string' };
  if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return objectSchema(type);
  return {};
};

function schemaOf(type) {
  const symbol = nameOf(type);
  // Any JSON value, as events hold it.
  if (symbol?.name === 'Json') return {};
  if (!symbol) return bare(type);
  if (!(symbol.name in schemas)) {
    schemas[symbol.name] = {};
    schemas[symbol.name] = { ...documentation(symbol), ...bare(type) };
  }
  return { $ref: `#/components/schemas/${symbol.name}` };
}

/** The text of the file. */
export const viewSchemas = async () => {
  for (const [name, file] of Object.entries(answers)) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path(file)));
    const symbol = checker.getExportsOfModule(module).find((exported) => exported.name === name);
    schemaOf(
      checker.getDeclaredTypeOfSymbol(symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol),
    );
  }
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  return format(JSON.stringify(sorted), { ...(await resolveConfig(output)), parser: 'json' });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(output, await viewSchemas());
