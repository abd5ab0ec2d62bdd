import { insertBefore, moveStatementBefore } from "../src/fixes/index.ts";
import { removeDeclaration, removeStatement } from "../src/fixes/statements.ts";
import { statements } from "./edited.ts";

describe("a statement before another", () => {
  statements(
    (file, bind) => insertBefore(file, bind, "late(fd);"),
    [
      ["a label", `again: bind(fd);`, `late(fd);\nagain: bind(fd);`],
      ["a comment before it on its line", `/* now */ bind(fd);`, `late(fd);\n/* now */ bind(fd);`],
      ["a comment in a line of others", `{ /* now */ bind(fd); }`, `{ /* now */ late(fd); bind(fd); }`],
      [
        "comments below a comment that ends a line",
        `a(); // why\n// bind it\nbind(fd);`,
        `a(); // why\nlate(fd);\n// bind it\nbind(fd);`,
      ],
      ["a comment two lines above", `a();\n// file\n\n\nbind(fd);`, `a();\n// file\n\n\nlate(fd);\nbind(fd);`],
      [
        "comments on lines with a gap between them",
        `// file\n\n// bind it\r\n// now\r\nbind(fd);`,
        `// file\n\nlate(fd);\n// bind it\r\n// now\r\nbind(fd);`,
      ],
      [
        "the first statement of a block with a comment",
        `{\n  // bind it\n  bind(fd);\n}`,
        `{\n  late(fd);\n  // bind it\n  bind(fd);\n}`,
      ],
      [
        "the case of a switch",
        `switch (x) {\n  case 1:\n    bind(fd);\n}`,
        `switch (x) {\n  case 1:\n    late(fd);\n    bind(fd);\n}`,
      ],
      ["the test of a case", `switch (x) { case bind(fd): a(); }`, null],
      ["what a switch asks", `switch (bind(fd)) {}`, `late(fd);\nswitch (bind(fd)) {}`],
      [
        "a static block",
        `class A {\n  static {\n    bind(fd);\n  }\n}`,
        `class A {\n  static {\n    late(fd);\n    bind(fd);\n  }\n}`,
      ],
      ["what a class extends", `class A extends bind(fd) {}`, null],
      ["a computed name of a class", `class A { [bind(fd)]() {} }`, null],
      ["the left side of &&", `bind(fd) && x;`, `late(fd);\nbind(fd) && x;`],
      ["the test of a condition", `const r = bind(fd) ? 1 : 0;`, `late(fd);\nconst r = bind(fd) ? 1 : 0;`],
      ["the other branch of a condition", `const r = x ? 0 : bind(fd);`, null],
      ["the test of a loop", `while (bind(fd)) {}`, `late(fd);\nwhile (bind(fd)) {}`],
      ["a block in a try", `try {\n  bind(fd);\n} catch {}`, `try {\n  late(fd);\n  bind(fd);\n} catch {}`],
      ["a pattern of a catch clause", `try {} catch ({ a = bind(fd) }) {}`, null],
      [
        "a return without a semicolon",
        `function f() {\n  return bind(fd)\n}`,
        `function f() {\n  late(fd)\n  return bind(fd)\n}`,
      ],
      [
        "a throw without a semicolon",
        `function f() {\n  throw bind(fd)\n}`,
        `function f() {\n  late(fd)\n  throw bind(fd)\n}`,
      ],
      ["a declaration without a semicolon", `const ok = bind(fd)`, `late(fd)\nconst ok = bind(fd)`],
      ["one line without a semicolon", `a(); bind(fd)`, `a(); late(fd); bind(fd)`],
      ["a statement that would go on with it", `(bind(fd))`, `late(fd);\n(bind(fd))`],
      ["a branch, which needs none", `if (bind(fd)) {}`, `late(fd);\nif (bind(fd)) {}`],
    ],
  );
  describe("that begins with a parenthesis", () => {
    const added = "(0, late)(fd);";
    const after = (previous: string, guard: string): [string, string, string] => [
      previous,
      `${previous}\nbind(fd);`,
      `${previous}\n${guard}${added}\nbind(fd);`,
    ];
    statements(
      (file, bind) => insertBefore(file, bind, added),
      [
        ["the first statement", `bind(fd);`, `${added}\nbind(fd);`],
        after("a();", ""),
        after("a()", ";"),
        after("let a", ";"),
        after("{ a() }", ""),
        after("function a() {}", ""),
        after("class A {}", ""),
        after("switch (a) {}", ""),
        after("try {} finally {}", ""),
        after("if (a) {}", ""),
        after("if (a) {} else {}", ""),
        after("if (a) {} else b()", ";"),
        after("if (a) b()", ";"),
        after("for (;;) {}", ""),
        after("for (;;) a()", ";"),
        after("for (a in b) {}", ""),
        after("for (a of b) {}", ""),
        after("while (a) {}", ""),
        after("while (a) b()", ";"),
        after("a: {}", ""),
        after("a: b()", ";"),
        after("do {} while (a)", ";"),
        after("export function a() {}", ""),
        after("export const a = 1", ";"),
        after("export { a }", ";"),
        after("import a from 'a'", ";"),
        after("const a = function () {}", ";"),
      ],
    );
  });
});

describe("a statement moved before another", () => {
  statements(
    (file, bind, late) => moveStatementBefore(file, late!, bind),
    [
      [
        "no semicolon before a parenthesis on a line of its own",
        `a();\n(bind(fd))\nlate(fd)\n`,
        `a();\nlate(fd);\n(bind(fd))\n`,
      ],
      [
        "no semicolon before a parenthesis, with a comment",
        `a();\n(bind(fd))\nlate(fd) /* late */\n`,
        `a();\nlate(fd); /* late */\n(bind(fd))\n`,
      ],
      ["behind a statement that it would go on with", `a()\nbind(fd);\n(late)(fd);`, null],
      ["behind a statement with a semicolon", `a();\nbind(fd);\n(late)(fd);`, `a();\n(late)(fd);\nbind(fd);\n`],
      ["what stays would go on with what is before it", `bind(fd)\nlate(fd);\n(b)();`, null],
      ["nothing stays behind it", `bind(fd)\nlate(fd);`, `late(fd);\nbind(fd)\n`],
      ["a line comment in a line of others", `bind(fd); late(fd); // late\nb();`, null],
      [
        "a block comment in a line of others",
        `bind(fd); late(fd); /* late */ b();`,
        `late(fd); /* late */ bind(fd); b();`,
      ],
      [
        "a comment that goes on below",
        `bind(fd);\nlate(fd); /* a\nb */\nb();`,
        `late(fd); bind(fd);\n/* a\nb */\nb();`,
      ],
      [
        "a comment of the next statement",
        `bind(fd);\nlate(fd);\n// listen\nlisten(fd);`,
        `late(fd);\nbind(fd);\n// listen\nlisten(fd);`,
      ],
      ["a comment above the target", `// bind\nbind(fd);\nlate(fd);\n`, `late(fd);\n// bind\nbind(fd);\n`],
      ["into a deeper block", `{ bind(fd); }\nlate(fd);`, null],
      ["a block of its own before", `{\n  a();\n  bind(fd);\n  late(fd);\n}`, `{\n  a();\n  late(fd);\n  bind(fd);\n}`],
      ["it reads a class that is declared between", `bind(fd);\nclass A {}\nlate(fd, A);`, null],
      ["it reads a function that is declared between", `bind(fd);\nfunction f() {}\nlate(fd, f);`, null],
      [
        "it calls what is given a property between",
        `bind(fd);\nlate.x = 1;\nlate(fd);`,
        `late(fd);\nbind(fd);\nlate.x = 1;\n`,
      ],
      ["it reads what is a key between", `bind(fd);\nall[c];\nlate(c);`, `late(c);\nbind(fd);\nall[c];\n`],
      ["it reads what the target writes", `let r;\nr = bind(fd);\nlate(fd, r);`, null],
      [
        "it reads a parameter of its own",
        `bind(fd);\nlate(fd, (one) => one.x);`,
        `late(fd, (one) => one.x);\nbind(fd);\n`,
      ],
      ["it calls what is used between", `bind(fd);\nlog.x();\nlate(fd);`, `late(fd);\nbind(fd);\nlog.x();\n`],
      [
        "it calls a method of what is used between",
        `bind(fd);\nc.a();\nc.late;\nlate(c.b);`,
        `late(c.b);\nbind(fd);\nc.a();\nc.late;\n`,
      ],
      ["it is handed what a method may change between", `const c = f();\nbind(fd);\nc.a();\nlate(c);`, null],
      [
        "it is handed what is handed over between",
        `const c = f();\nbind(fd);\na(c);\nlate(c);`,
        `const c = f();\nlate(c);\nbind(fd);\na(c);\n`,
      ],
      [
        "what changes before the target",
        `const c = f();\nc.a();\nbind(fd);\nlate(c);`,
        `const c = f();\nc.a();\nlate(c);\nbind(fd);\n`,
      ],
      [
        "what changes behind it",
        `const c = f();\nbind(fd);\nlate(c);\nc.a();`,
        `const c = f();\nlate(c);\nbind(fd);\nc.a();`,
      ],
    ],
  );
});

describe("a statement taken away", () => {
  statements(
    (file, _, late) => removeStatement(file, late!),
    [
      ["its line", `a();\nlate(fd);\nb();`, `a();\nb();`],
      ["with the comment beside it", `a();\nlate(fd); // late\nb();`, `a();\nb();`],
      ["not with the comment above it", `// b\nlate(fd);\nb();`, `// b\nb();`],
      ["in a line of others", `a(); late(fd); b();`, `a(); b();`],
      ["in a line of others, with its comment", `a(); late(fd); /* late */ b();`, `a(); /* late */ b();`],
      ["not with a comment behind the next one", `late(fd); b(); // b\n`, `b(); // b\n`],
      ["the next would go on with the one before", `a()\nlate(fd);\n(b)();`, null],
      ["the semicolon of the next stays", `a()\nlate(fd)\n;(b)()`, `a()\n;(b)()`],
      ["the branch of an if", `if (x) late(fd);`, `if (x) {}`],
      ["the branch of an if with an else", `if (x) late(fd); else b();`, null],
      ["an else", `if (x) b(); else late(fd);`, null],
      ["the body of a loop", `while (x) late(fd);`, null],
      ["part of an expression", `x = late(fd);`, null],
      ["in parentheses, the semicolon of the next stays", `a();\n(late(fd))\n;(b)()`, `a();\n;(b)()`],
      ["in parentheses", `a();\n(late(fd));\nb();`, `a();\nb();`],
    ],
  );
  statements(
    (file, _, late) => {
      const declaration = late!.parent.parent;
      return declaration?.type === "VariableDeclaration" ? removeDeclaration(file, declaration) : null;
    },
    [
      ["a declaration", `a();\nconst r = late(fd);\nb();`, `a();\nb();`],
      ["a declaration, with the comment beside it", `a();\nconst r = late(fd); // r\nb();`, `a();\nb();`],
      ["a declaration: the next would go on with the one before", `a()\nconst r = late(fd);\n(b)();`, null],
      ["a declaration: the one before has a semicolon", `a();\nconst r = late(fd);\n(b)();`, `a();\n(b)();`],
      ["a declaration of a loop", `for (const r = late(fd);;) {}`, null],
      ["an exported declaration", `export const r = late(fd);`, null],
    ],
  );
});
