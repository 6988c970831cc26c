// A stylelint rule: a class is styled on its own by the sheets of one room only. Others may adapt it where it stands in
// something of theirs (`.desk .field`), and print.css adapts all.
const path = require("node:path");
const parser = require("postcss-selector-parser");
const stylelint = require("stylelint");

const ruleName = "wsis/one-owner";
const messages = stylelint.utils.ruleMessages(ruleName, {
  rejected: (name, room) => `.${name} belongs to the room "${room}": adapt it within something of this room, or share it in ui/`,
});

/** The room that owns each class; the sheets of one run share it. */
const owners = new Map();

/** The class that a selector styles on its own, such as `control` of `.control:is(a)`. */
function ownClass(selector) {
  const nodes = selector.nodes;
  return nodes.some(({ type }) => type === "combinator") ? undefined : nodes.find(({ type }) => type === "class")?.value;
}

const inPrint = (node) => {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.type === "atrule" && parent.name === "media" && parent.params === "print") return true;
  }
  return false;
};

const rule = () => (root, result) => {
  const file = path.relative(__dirname, root.source.input.file);
  const room = file.includes(path.sep) ? file.split(path.sep)[0] : path.basename(file, ".css");
  root.walkRules((node) => {
    if (inPrint(node)) return;
    for (const selector of parser().astSync(node.selector).nodes) {
      const name = ownClass(selector);
      if (!name) continue;
      const known = owners.get(name);
      if (known === undefined) owners.set(name, room);
      else if (known !== room) {
        stylelint.utils.report({ ruleName, result, node, message: messages.rejected(name, known) });
      }
    }
  });
};
rule.ruleName = ruleName;
rule.messages = messages;

module.exports = stylelint.createPlugin(ruleName, rule);
