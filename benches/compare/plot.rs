//! Time against places on two logarithmic scales, as SVG.

#![expect(clippy::cast_precision_loss, reason = "places are far below 2^53")]

use std::fmt::Write;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 420.0;
/// Left, top, right and bottom edges of the axes.
const FRAME: [f64; 4] = [78.0, 24.0, 560.0, 366.0];
/// Places, and seconds, at the ends of the axes.
const PLACES: [f64; 2] = [50.0, 5_000.0];
const SECONDS: [f64; 2] = [1e-4, 1e3];

/// Ours, and what they prove levels 1–4 of.
const OURS: [(&str, &str); 2] = [("recuse", "#0b6e4f"), ("recuse, hard schools", "#12a06f")];
const OTHERS: [&str; 5] = ["#c2571a", "#7a3e9d", "#1d5fa8", "#a8324a", "#5d5d5d"];

/// A time as people read it.
pub fn time(seconds: f64) -> String {
    match seconds {
        it if it >= 100.0 => format!("{it:.0} s"),
        it if it >= 1.0 => format!("{it:.1} s"),
        it if it >= 0.1 => format!("{:.0} ms", it * 1e3),
        it => format!("{:.1} ms", it * 1e3),
    }
}

fn part(value: f64, [from, to]: [f64; 2]) -> f64 {
    (value.clamp(from, to) / from).log10() / (to / from).log10()
}

fn at(places: f64, seconds: f64) -> (f64, f64) {
    let [left, top, right, bottom] = FRAME;
    let x = left + part(places, PLACES) * (right - left);
    let y = bottom - part(seconds, SECONDS) * (bottom - top);
    (x, y)
}

/// Our points joined, school for school in the order of [`OURS`]; those of others by name.
pub fn scaling(ours: [&[(u64, f64)]; 2], others: &[(String, u64, f64)]) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"13\" role=\"img\" aria-label=\"Time against places\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n"
    );
    axes(&mut svg);
    for (mine, (name, colour)) in ours.into_iter().zip(OURS) {
        let points = mine.iter().map(|&(places, it)| at(places as f64, it));
        series(&mut svg, name, colour, &points.collect::<Vec<_>>());
    }
    let mut names: Vec<&str> = others.iter().map(|it| it.0.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    for (name, colour) in names.into_iter().zip(OTHERS) {
        let mine = others.iter().filter(|it| it.0 == name);
        let points: Vec<_> = mine.map(|it| at(it.1 as f64, it.2)).collect();
        series(&mut svg, name, colour, &points);
    }
    svg + "</svg>\n"
}

fn axes(svg: &mut String) {
    let [left, top, right, bottom] = FRAME;
    // Writing to a string does not fail.
    for seconds in [1e-4, 1e-3, 1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3] {
        let (_, y) = at(PLACES[0], seconds);
        let label = if seconds < 1.0 {
            format!("{} ms", seconds * 1e3)
        } else {
            format!("{seconds} s")
        };
        let _ = writeln!(
            svg,
            "<path d=\"M{left} {y:.1}H{right}\" stroke=\"#e0e0e0\"/><text x=\"{:.1}\" y=\"{:.1}\" \
             text-anchor=\"end\" fill=\"#333333\">{label}</text>",
            left - 8.0,
            y + 4.0
        );
    }
    for places in [50.0, 100.0, 200.0, 500.0, 1e3, 2e3, 5e3] {
        let (x, _) = at(places, SECONDS[0]);
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {top}V{bottom}\" stroke=\"#f0f0f0\"/><text x=\"{x:.1}\" y=\"{:.1}\" \
             text-anchor=\"middle\" fill=\"#333333\">{places}</text>",
            bottom + 20.0
        );
    }
    let _ = writeln!(
        svg,
        "<path d=\"M{left} {top}V{bottom}H{right}\" fill=\"none\" stroke=\"#333333\"/>\n\
         <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#333333\">places to fill</text>",
        f64::midpoint(left, right),
        bottom + 42.0
    );
}

/// A line with a dot at each point, and its name after the last.
fn series(svg: &mut String, name: &str, colour: &str, points: &[(f64, f64)]) {
    let path: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{x:.1} {y:.1}"))
        .collect();
    let _ = writeln!(
        svg,
        "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
        path.join("L")
    );
    for (x, y) in points {
        let _ = writeln!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\" fill=\"{colour}\"/>"
        );
    }
    if let Some((x, y)) = points.last() {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\">{name}</text>",
            x + 8.0,
            y + 4.0
        );
    }
}
