//! Letters and lines: how wide a text is in Liberation Serif (metrically Times New Roman), and where it breaks.
//!
//! It knows nothing of pages, tables or files.

mod face;
mod lines;

pub use face::{Face, Faces, Style};
pub use lines::{Line, break_lines, break_opportunities};
