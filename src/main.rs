//! The command `recuse`.

fn main() -> std::process::ExitCode {
    recuse::cli::main()
}
