// Writes .build/types: declarations of the library in which the types inferred by zod stand written out, so that who
// uses the library needs no zod for its types. They stay defined once, in src/catalogue/schema.ts.
import { rmSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const OUT = '.build/types';
const SCHEMA = 'src/catalogue/schema.ts';

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
rmSync(OUT, { recursive: true, force: true });
const program = ts.createProgram(['src/index.ts'], {
  ...options,
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  rootDir: '.',
  outDir: OUT,
});
const { diagnostics } = program.emit();
const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
if (problems.length > 0) {
  console.error(
    ts.formatDiagnostics(problems, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => '.',
      getNewLine: () => '\n',
    }),
  );
  process.exit(1);
}

const checker = program.getTypeChecker();
const source = program.getSourceFile(SCHEMA);
const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
const aliases = source.statements.filter(
  (node) => ts.isTypeAliasDeclaration(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
);
const written = aliases.map((node) => {
  const type = checker.getTypeAtLocation(node);
  // Entry is the union of all kinds; the members stand apart, or it would be one line of ten thousand characters.
  const parts = type.isUnion() && node.name.text.startsWith('Entry') ? type.types : [type];
  return `export type ${node.name.text} =\n  ${parts.map((part) => `| ${checker.typeToString(part, undefined, flags)}`).join('\n  ')};\n`;
});
writeFileSync(`${OUT}/${SCHEMA.replace(/\.ts$/, '.d.ts')}`, written.join('\n'));
