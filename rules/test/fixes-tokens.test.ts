import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import { indexOf } from "../src/analysis/source.ts";
import { argumentsOf } from "../src/fixes/layout.ts";
import { quoteAt, quoted } from "../src/fixes/quotes.ts";
import { continues, ended, firstToken, hasComment, tokens } from "../src/fixes/tokens.ts";

/** The tokens of a text, as written. */
const texts = (text: string, from = 0, to = text.length) => tokens(text, from, to).map((each) => each.text);

describe("tokens", () => {
  const cases: readonly [title: string, text: string, expected: readonly string[]][] = [
    ["punctuation and comments", `) /* a, b */ , // c)\n (`, [")", "/* a, b */", ",", "// c)", "("]],
    ["a comment over lines", `/* a\n// b */,`, ["/* a\n// b */", ","]],
    ["a comment that is never closed", `, /* a`, [",", "/* a"]],
    ["strings", `"a, // b" , 'c"\\'d'`, [`"a, // b"`, ",", `'c"\\'d'`]],
    ["a template", "`a ${b, `c, ${d}`} // e`, f", ["`a ${", "b", ",", "`c, ${", "d", "}`", "} // e`", ",", "f"]],
    ["a regular expression", `x = /[/,(]\\/"/g, y`, ["x", "=", `/[/,(]\\/"/g`, ",", "y"]],
    ["a division", `a / b / c, d`, ["a", "/", "b", "/", "c", ",", "d"]],
    ["generics", `Map<string, Array<number>>(a, b)`, [..."Map < string , Array < number >> ( a , b )".split(" ")]],
    ["decorators", `@Inject("a, b") x: string,`, ["@", "Inject", "(", `"a, b"`, ")", "x", ":", "string", ","]],
    ["optional chains and spreads", `a?.(...b)`, ["a", "?.", "(", "...", "b", ")"]],
    ["line breaks of all kinds", `a\r\n,\rb\u2028;`, ["a", ",", "b", ";"]],
  ];
  for (const [title, text, expected] of cases) it(title, () => assert.deepEqual(texts(text), expected));

  it("have their places in the whole text", () => {
    const text = `f(a /* b */, c)`;
    assert.deepEqual(
      tokens(text, 3, 13).map(({ range, comment }) => [text.slice(...range), range[0], comment]),
      [
        ["/* b */", 4, "block"],
        [",", 11, null],
      ],
    );
  });
  it("tell line comments from block comments and from the first line of a program", () => {
    assert.deepEqual(
      tokens("#!/usr/bin/env node\n// a\n/* b */", 0, 32).map((each) => each.comment),
      [null, "line", "block"],
    );
  });
  it("end where they are asked to", () => assert.deepEqual(texts("a, b, c", 1, 4), [",", "b"]));
  it("begin behind comments", () => {
    assert.equal(firstToken("/* a */ // b\n c", 0)?.text, "c");
    assert.equal(firstToken("c // d", 1), null);
  });
  it("know a comment from a string", () => {
    assert.equal(hasComment(`f("http://a")`, 0, 13), false);
    assert.equal(hasComment("f(`/* ${a} */`)", 0, 15), false);
    assert.equal(hasComment(`f(a) // b`, 0, 9), true);
    assert.equal(hasComment(`f(a) // b`, 0, 4), false);
    assert.equal(hasComment(`f(/* a */)`, 0, 10), true);
    assert.equal(hasComment(`f(/* a */)`, 0, 10, "line"), false);
    assert.equal(hasComment(`f() // a`, 0, 8, "line"), true);
  });
});

describe("what goes on with a statement that has no semicolon", () => {
  for (const text of ["(a)", "[a]", "`a`", "`a${b}`", "/a/.test(b)", "+a", "-a", "<p/>", " // c\n(a)", "/* b */ [a]"])
    it(text, () => assert.equal(continues(text, 0), true));
  for (const text of ["a", "++a", "--a", "!a", "~a", "{ a }", "'a'", "1", "@a class B {}", "#a in b", "// (a)", ""])
    it(`not ${text}`, () => assert.equal(continues(text, 0), false));
  it("from a place on", () => assert.equal(continues("a\n(b)", 1), true));
});

describe("the end of a statement", () => {
  const cases: readonly [statement: string, withSemicolon: string, without: string][] = [
    ["a()", "a();", "a()"],
    ["a();", "a();", "a()"],
    [`a(";")`, `a(";");`, `a(";")`],
    ["a(); // b;", "a(); // b;", "a() // b;"],
    ["a() /* b */", "a(); /* b */", "a() /* b */"],
    ["if (a) { b(); }", "if (a) { b(); }", "if (a) { b(); }"],
    ["a = `;`", "a = `;`;", "a = `;`"],
    ["", "", ""],
  ];
  for (const [statement, withSemicolon, without] of cases)
    it(statement || "of nothing", () => {
      assert.equal(ended(statement, true), withSemicolon);
      assert.equal(ended(statement, false), without);
    });
});

describe("the arguments of a call", () => {
  /** Cores, cells and whether a comma trails, of the first call of a program that is named f. */
  function read(text: string, filename = "a.ts") {
    const file = parseFile(text, filename);
    const call = indexOf(file).calls.find((each) => text.slice(...each.callee.range).endsWith("f"))!;
    const list = argumentsOf(text, call as never);
    return (
      list && {
        cores: list.list.map((each) => text.slice(...each.core)),
        cells: list.list.map((each) => text.slice(...each.cell)),
        inner: text.slice(...list.inner),
        trailingComma: list.trailingComma,
      }
    );
  }
  it("are told apart by their own commas", () => {
    assert.deepEqual(read(`f(a /* , */, (b, c), "d,", /,/, x\`,\${y},\` /* ) */);`), {
      cores: ["a", "(b, c)", `"d,"`, "/,/", "x`,${y},`"],
      cells: ["a /* , */", " (b, c)", ` "d,"`, " /,/", " x`,${y},` /* ) */"],
      inner: `a /* , */, (b, c), "d,", /,/, x\`,\${y},\` /* ) */`,
      trailingComma: false,
    });
  });
  it("may end with a comma", () => {
    assert.equal(read(`f(a, b /* c */, /* d */);`)?.trailingComma, true);
    assert.deepEqual(read(`f(a, b /* c */, /* d */);`)?.cells, ["a", " b /* c */"]);
    assert.equal(read(`f(a, b /* , */);`)?.trailingComma, false);
  });
  it("come behind type arguments", () => {
    assert.deepEqual(read(`f<Map<string, (a: number) => void>>(a, b);`)?.cores, ["a", "b"]);
    assert.deepEqual(read(`x.f?.<T>(a);`)?.cores, ["a"]);
    assert.deepEqual(read(`f /* ( */ (a);`)?.inner, "a");
  });
  it("may be casts, arrows and functions", () => {
    assert.deepEqual(read(`f((a as B), <C>d, (e): e is F => true, g!, h satisfies I);`)?.cores, [
      "(a as B)",
      "<C>d",
      "(e): e is F => true",
      "g!",
      "h satisfies I",
    ]);
  });
  it("may be JSX with what looks like commas, comments and quotes", () => {
    assert.deepEqual(
      read(`f(<p title="a, b">it's // c, {d /* e */}</p>, <></> // g\n, <T,>(h: T) => h);`, "a.tsx")?.cores,
      [`<p title="a, b">it's // c, {d /* e */}</p>`, "<></>", "<T,>(h: T) => h"],
    );
  });
  it("stand in decorators as well", () => {
    assert.deepEqual(read(`class A { @f("a", ")") b = 1; }`)?.cores, [`"a"`, `")"`]);
  });
  it("are none without parentheses", () => assert.equal(read(`new f;`), null));
  it("are none between parentheses", () => assert.deepEqual(read(`f(/* a */);`)?.cores, []));
});

describe("the quotes of new strings", () => {
  const quoteIn = (text: string, filename = "a.ts", at = 0) => quoteAt(parseFile(text, filename), at);
  it("are those of the file", () => {
    assert.equal(quoteIn(`import a from 'a';\nb('c');`), "'");
    assert.equal(quoteIn(`import a from "a";\nb("c");`), '"');
  });
  it("are those of most strings", () => {
    assert.equal(quoteIn(`a('b', 'c', "d");`), "'");
    assert.equal(quoteIn(`a("b", "c", 'd');`), '"');
  });
  it("are those of the nearest string where there are as many of both", () => {
    const text = `a('b');\nx();\na("c");`;
    assert.equal(quoteIn(text, "a.ts", 1), "'");
    assert.equal(quoteIn(text, "a.ts", text.length), '"');
  });
  it("are double where the file has none", () => assert.equal(quoteIn("a(`b`);"), '"'));
  it("are not decided by strings that could not be written otherwise, by templates or by JSX", () => {
    assert.equal(quoteIn(`a("it's", "isn't", "can't", 'b');`), "'");
    assert.equal(quoteIn('a(`"b"`, `"c"`, \'d\');'), "'");
    assert.equal(quoteIn(`const a = <p id="b" title="c" {...d('e')}>"f" "g"</p>;`, "a.tsx"), "'");
  });
  it("count in types and directives", () => {
    assert.equal(quoteIn(`type A = 'b' | 'c'; d("e");`), "'");
    assert.equal(quoteIn(`'use strict';`, "a.cjs"), "'");
  });
  it("replace those of new text only", () => {
    const file = parseFile(`a('b');`, "a.ts");
    assert.equal(quoted(file, 0, `process.platform === "linux"`), `process.platform === 'linux'`);
    assert.equal(quoted(file, 0, `a("it's", "b\\n", \`"c"\`, /"d"/)`), `a("it's", "b\\n", \`"c"\`, /"d"/)`);
    assert.equal(quoted(file, 0, `a("b") // "c"\n`), `a('b') // "c"\n`);
    assert.equal(quoted(parseFile(`a("b");`, "a.ts"), 0, `x === 'y'`), `x === "y"`);
  });
});
