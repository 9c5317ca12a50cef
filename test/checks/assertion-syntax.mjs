// Assertions in code blocks: `expression; // => value`, on the same line or the next, where value may go on over further
// comment lines. (assertions.mjs says what they assert.)
import ts from "typescript";

const EXPECTATION = /^[ \t]*(?:\n[ \t]*)?\/\/ => ?([^\n]*(?:\n[ \t]*\/\/ {2,}[^\n]*)*)/;

/** The code with each assertion turned into a call of `assertJson`, and the lines that they stand on. */
export function withAssertions(code, firstLine) {
  const source = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  const found = [];
  const visit = (node) => {
    const expectation = EXPECTATION.exec(code.slice(node.end));
    const expression = expectation === null ? undefined : statedExpression(node);
    if (expression !== undefined)
      found.push({ node, expression, value: expectation[1].replace(/\n[ \t]*\/\//g, "\n") });
    ts.forEachChild(node, visit);
  };
  visit(source);
  const marks = code.match(/\/\/ =>/g)?.length ?? 0;
  if (marks !== found.length)
    throw new Error(`${marks} marks "// =>", but ${found.length} of them after an expression`);
  let text = code;
  const lines = [];
  for (const { node, expression, value } of found.reverse()) {
    const line = firstLine + source.getLineAndCharacterOfPosition(node.getStart()).line;
    lines.push(line);
    const call = `assertJson(${line}, ${expression.getText()}, (${value}\n));`;
    const kept = ts.isExpressionStatement(node) ? "" : node.getText();
    text = `${text.slice(0, node.getStart())}${kept}${call}${text.slice(node.end)}`;
  }
  return { text, lines };
}

/** What a statement says: an expression, or the one constant that it declares. */
function statedExpression(node) {
  if (ts.isExpressionStatement(node)) return node.expression;
  if (ts.isVariableStatement(node) && node.declarationList.declarations.length === 1) {
    return node.declarationList.declarations[0].name;
  }
  return undefined;
}
