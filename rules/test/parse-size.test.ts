import assert from "node:assert/strict";
import { isTooLarge, MOST_WORDS } from "../src/parse/size.ts";

/** More words or signs than are admitted, and as many as are. */
const TOO_MANY = MOST_WORDS + 1;

describe("whether a text is too large", () => {
  for (const word of ["a", "z", "A", "Z", "0", "9", "_", "é", "port"])
    it(`counts words such as ${word}`, () => {
      assert.equal(isTooLarge(`${word} `.repeat(TOO_MANY)), true);
      assert.equal(isTooLarge(`${word} `.repeat(MOST_WORDS)), false);
      assert.equal(isTooLarge(word.repeat(TOO_MANY)), false, "one long word");
    });
  for (const sign of ["+", "$", "{", "@", "[", "`", "/", ":", "\\"])
    it(`counts signs such as ${sign}`, () => {
      assert.equal(isTooLarge(sign.repeat(TOO_MANY)), true);
      assert.equal(isTooLarge(sign.repeat(MOST_WORDS)), false);
    });
  it("counts no spaces and line ends", () => {
    for (const space of [" ", "\t", "\n", "\r"]) assert.equal(isTooLarge(space.repeat(TOO_MANY)), false);
    assert.equal(isTooLarge(`${" ".repeat(TOO_MANY)}a`), false);
  });

  const words = "a ".repeat(TOO_MANY);
  for (const quote of ['"', "'"])
    it(`counts a string in ${quote} as one sign`, () => {
      assert.equal(isTooLarge(quote + words + quote), false);
      assert.equal(isTooLarge(quote + words), false, "one that does not end");
      assert.equal(isTooLarge(quote + quote + words), true, "what stands behind it");
      assert.equal(isTooLarge(`${quote}\n${words}`), true, "its line ends it");
      assert.equal(isTooLarge(`${quote}\\${quote}${words}${quote}`), false, "a quote in it is escaped");
      assert.equal(isTooLarge(`${quote}\\\\${quote}${words}`), true, "a backslash in it is escaped");
      assert.equal(isTooLarge(`${quote}\\\n${words}${quote}`), false, "its line goes on");
    });
  it("knows which quote ends a string", () => {
    assert.equal(isTooLarge(`"'${words}"`), false);
    assert.equal(isTooLarge(`'"${words}'`), false);
  });
  it("reads on in templates", () => assert.equal(isTooLarge(`\`${words}\``), true));
});
