//! Gives the work as deep a stack as a program of its own has.

fn main() {
    println!("cargo::rustc-link-arg-cdylib=-zstack-size=8388608");
}
