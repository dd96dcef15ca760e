use super::*;

fn load(path: &str) -> Balance {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines().map(|line| {
        line.split_whitespace()
            .map(|n| n.parse::<u32>().unwrap())
            .collect::<Vec<_>>()
    });
    let loads = lines.next().unwrap();
    let items = lines
        .map(|line| Item {
            weight: line[0],
            picks: line[1],
            options: line[2..].to_vec(),
        })
        .collect();
    Balance { loads, items }
}

#[test]
fn throwaway() {
    let limit: f64 = std::env::var("BAL_LIMIT")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(20.0);
    let mut files: Vec<String> = std::env::var("BAL_FILES")
        .unwrap_or_default()
        .split_whitespace()
        .map(String::from)
        .collect();
    files.sort();
    for file in files {
        let problem = load(&file);
        let start = std::time::Instant::now();
        let before = cpu();
        let stop = || start.elapsed().as_secs_f64() > limit;
        let answer = solve(
            &problem,
            Budget {
                nodes: 1_000_000,
                stop: &stop,
            },
        );
        let time = std::time::Duration::from_nanos(cpu() - before);
        let start = std::time::Instant::now();
        verify(&problem, &answer.proof).unwrap();
        let leaves: usize = answer.proof.parts.iter().map(|part| part.steps.len()).sum();
        println!(
            "{file} {} {} gap {} certified {} parts {} steps {leaves} {time:?} verify {:?}",
            answer.squares,
            answer.bound,
            answer.squares - answer.bound,
            answer.certified,
            answer.proof.parts.len(),
            start.elapsed()
        );
    }
}

fn cpu() -> u64 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap()
        .parse()
        .unwrap()
}
