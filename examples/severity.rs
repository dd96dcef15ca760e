//! Gives one rule another severity and shows what that opens: `cargo run --example severity`.
//!
//! The same could stand in the folder's `policy.toml`; here the policy is handed over beside it.

use recuse::domain::{Role, School, SittingId};
use recuse::input::{InputFile, ReadOptions, read};
use recuse::rules::Eligibility;
use recuse::service::demo::{Size, made_up};

fn main() {
    let usual = read(&made_up(Size::Small, 1), &ReadOptions::default());
    let milder = read(
        &made_up(Size::Small, 1),
        &ReadOptions {
            policy: Some(InputFile {
                name: "policy.toml".into(),
                bytes: b"[rules]\nproctor-teaches-class = \"avoid\"\n".to_vec(),
            }),
            preset: None,
            ..ReadOptions::default()
        },
    );
    let (Some(usual), Some(milder)) = (usual.school, milder.school) else {
        unreachable!("the made-up school can be read");
    };
    println!("proctors to choose from, first sitting:");
    println!("  as usual:                {}", proctors(&usual));
    println!("  proctor-teaches-class = avoid: {}", proctors(&milder));
}

fn proctors(school: &School) -> usize {
    Eligibility::of(school)
        .people(SittingId::new(0), Role::Proctor)
        .count()
}
