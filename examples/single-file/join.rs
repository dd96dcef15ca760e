//! Modules joined into one script: each in a function of its own, in order of dependence. For scripts as they stand here: an
//! import or an export begins its line, exports are declarations, and none changes later.

use std::collections::{BTreeMap, BTreeSet};

/// A module taken apart.
#[derive(Debug)]
pub struct Module {
    name: String,
    imports: Vec<String>,
    exports: Vec<String>,
    body: String,
}

impl Module {
    /// Of that name (`door` for `door.js`) and text.
    pub fn read(name: &str, text: &str) -> Result<Self, String> {
        let mut module = Self {
            name: name.to_owned(),
            imports: Vec::new(),
            exports: Vec::new(),
            body: String::new(),
        };
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let line = if line.starts_with("import ") {
                let mut statement = line.to_owned();
                while !statement.ends_with(';') {
                    let next = lines.next();
                    statement += next.ok_or(format!("{name}: an import without an end"))?;
                }
                module.import(&statement)?
            } else if let Some(declaration) = line.strip_prefix("export ") {
                module.export(declaration)?;
                declaration.to_owned()
            } else {
                line.to_owned()
            };
            module.body += &line;
            module.body.push('\n');
        }
        Ok(module)
    }

    /// `import { a, b as c } from "./other.js";` as `const { a, b: c } = $other;`
    fn import(&mut self, statement: &str) -> Result<String, String> {
        let unknown = || format!("{}: an import of an unknown form: {statement}", self.name);
        let parts = statement.strip_prefix("import ").and_then(|rest| {
            let (what, from) = rest.split_once(" from ")?;
            let from = from.strip_prefix("\"./")?.strip_suffix(".js\";")?;
            Some((what.trim(), from))
        });
        let (what, from) = parts.ok_or_else(unknown)?;
        let names = match (what.strip_prefix("* as "), what.starts_with('{')) {
            (Some(whole), _) => whole.to_owned(),
            (None, true) => what.replace(" as ", ": "),
            (None, false) => return Err(unknown()),
        };
        self.imports.push(from.to_owned());
        Ok(format!("const {names} = {};", variable(from)))
    }

    /// `const name = …`, `async function name(…`, `class Name …`.
    fn export(&mut self, declaration: &str) -> Result<(), String> {
        let kinds = ["const ", "function ", "async function ", "class "];
        let named = kinds
            .iter()
            .find_map(|kind| declaration.strip_prefix(kind))
            .and_then(|rest| {
                let is_letter = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == '$';
                let end = rest.find(|sign| !is_letter(sign)).unwrap_or(rest.len());
                (end > 0).then(|| rest[..end].to_owned())
            });
        let unknown = || format!("{}: an export of an unknown form: {declaration}", self.name);
        self.exports.push(named.ok_or_else(unknown)?);
        Ok(())
    }
}

/// What holds a module's exports.
fn variable(name: &str) -> String {
    format!("${}", name.replace('-', "_"))
}

/// The module of that name, and all it needs, as one script.
pub fn join(modules: &[Module], first: &str) -> Result<String, String> {
    let by_name: BTreeMap<&str, &Module> =
        modules.iter().map(|it| (it.name.as_str(), it)).collect();
    let mut order = Vec::new();
    visit(first, &by_name, &mut BTreeSet::new(), &mut order)?;
    let idle: Vec<&str> = by_name
        .keys()
        .copied()
        .filter(|name| order.iter().all(|module| module.name != *name))
        .collect();
    if !idle.is_empty() {
        return Err(format!("modules that nothing needs: {}", idle.join(", ")));
    }
    let functions = order.iter().map(|module| {
        format!(
            "const {} = (() => {{\n{}return {{ {} }};\n}})();\n",
            variable(&module.name),
            module.body,
            module.exports.join(", ")
        )
    });
    let functions: String = functions.collect();
    Ok(format!("(() => {{\n\"use strict\";\n{functions}}})();\n"))
}

/// Modules that a module needs come before it. `open` holds those that wait for what they need.
fn visit<'a>(
    name: &'a str,
    modules: &BTreeMap<&'a str, &'a Module>,
    open: &mut BTreeSet<&'a str>,
    order: &mut Vec<&'a Module>,
) -> Result<(), String> {
    if order.iter().any(|module| module.name == name) {
        return Ok(());
    }
    if !open.insert(name) {
        return Err(format!("modules need each other in a circle: {name}"));
    }
    let module: &'a Module = modules.get(name).ok_or(format!("no module {name}"))?;
    for other in &module.imports {
        visit(other, modules, open, order)?;
    }
    open.remove(name);
    order.push(module);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Module, join};

    fn module(name: &str, text: &str) -> Module {
        Module::read(name, text).unwrap()
    }

    #[test]
    fn what_is_needed_comes_first() {
        let modules = [
            module(
                "main",
                "import {\n  a,\n  b as c,\n} from \"./two-words.js\";\na(c);\n",
            ),
            module(
                "two-words",
                "import * as deep from \"./deep.js\";\nexport const a = deep.x;\nexport async function b() {}\n",
            ),
            module("deep", "export class x {}\n"),
        ];
        let joined = "(() => {\n\"use strict\";\n\
            const $deep = (() => {\nclass x {}\nreturn { x };\n})();\n\
            const $two_words = (() => {\nconst deep = $deep;\nconst a = deep.x;\nasync function b() {}\nreturn { a, b };\n})();\n\
            const $main = (() => {\nconst {  a,  b: c,} = $two_words;\na(c);\nreturn {  };\n})();\n\
            })();\n";
        assert_eq!(join(&modules, "main").unwrap(), joined);
    }

    #[test]
    fn what_cannot_be_joined_is_refused() {
        let circle = [
            module("a", "import { b } from \"./b.js\";\nexport const a = 1;\n"),
            module("b", "import { a } from \"./a.js\";\nexport const b = 1;\n"),
        ];
        assert!(join(&circle, "a").unwrap_err().contains("circle"));
        let alone = [module("a", ""), module("b", "")];
        assert!(join(&alone, "a").unwrap_err().ends_with("nothing needs: b"));
        let missing = [module("a", "import { b } from \"./b.js\";")];
        assert_eq!(join(&missing, "a").unwrap_err(), "no module b");
        for text in [
            "import b from \"./b.js\";",
            "import { b } from \"b\";",
            "import { b",
            "export let a = 1;",
            "export default a;",
            "export { a };",
        ] {
            assert!(Module::read("a", text).is_err(), "{text}");
        }
    }
}
