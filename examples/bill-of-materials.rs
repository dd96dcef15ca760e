//! The crates inside the program, as a bill of materials (`CycloneDX` 1.5), out of `cargo metadata`.
//!
//! `cargo run --example bill-of-materials -- recuse.cdx.json`

use std::collections::BTreeSet;
use std::error::Error;
use std::process::Command;
use std::{env, fs};

use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let target = env::args().nth(1).ok_or("usage: bill-of-materials FILE")?;
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let told = Command::new(cargo)
        .args(["metadata", "--locked", "--format-version", "1"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .output()?;
    if !told.status.success() {
        return Err(String::from_utf8_lossy(&told.stderr).into());
    }
    let bill = bill(&serde_json::from_slice(&told.stdout)?).ok_or("metadata of an unknown form")?;
    fs::write(target, serde_json::to_vec_pretty(&bill)?)?;
    Ok(())
}

/// Whatever the program needs to run or to be built, and not what only its tests need.
fn bill(metadata: &Value) -> Option<Value> {
    let root = metadata["resolve"]["root"].as_str()?;
    let nodes = metadata["resolve"]["nodes"].as_array()?;
    let mut inside = BTreeSet::from([root]);
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        let node = nodes.iter().find(|node| node["id"] == id)?;
        for dependency in node["deps"].as_array()? {
            let mut kinds = dependency["dep_kinds"].as_array()?.iter();
            let is_inside = kinds.any(|kind| kind["kind"] != "dev");
            let id = dependency["pkg"].as_str()?;
            if is_inside && inside.insert(id) {
                open.push(id);
            }
        }
    }
    let packages = metadata["packages"].as_array()?;
    let mut components = Vec::new();
    let mut own = Value::Null;
    for package in packages {
        let id = package["id"].as_str()?;
        if id == root {
            own = component(package, "application")?;
        } else if inside.contains(id) {
            components.push(component(package, "library")?);
        }
    }
    Some(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": own },
        "components": components,
    }))
}

fn component(package: &Value, kind: &str) -> Option<Value> {
    let (name, version) = (package["name"].as_str()?, package["version"].as_str()?);
    let mut component = json!({
        "type": kind,
        "name": name,
        "version": version,
        "purl": format!("pkg:cargo/{name}@{version}"),
    });
    if let Some(license) = package["license"].as_str() {
        let expression = license.replace('/', " OR ");
        component["licenses"] = json!([{ "expression": expression }]);
    }
    Some(component)
}
