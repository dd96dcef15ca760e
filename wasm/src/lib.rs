//! The work behind the page as plain exports for WebAssembly: bytes in, bytes out. Whoever loads this is its only caller.
//!
//! A call: `room` twice, bytes written there, `answer`, and the reply read from `reply_start` on. All it asks of its surroundings
//! is `pulse`, while a roster is being made.

use std::cell::RefCell;

use recuse::page::{SingleFile, Stage};

#[link(wasm_import_module = "page")]
unsafe extern "C" {
    /// Where the search stands: the level (0: nowhere yet), what a part has there, and what bounds it; not 0: the best so
    /// far is wanted.
    safe fn pulse(level: u32, value: f64, bound: f64) -> u32;
}

thread_local! {
    static DOOR: Option<SingleFile> = SingleFile::open(Box::new(asked)).ok();
    static REPLY: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

fn asked(stage: Option<Stage>) -> bool {
    let (level, value, bound) = stage.map_or((0, 0, 0), |it| (it.level, it.value, it.bound));
    pulse(level.into(), value as f64, bound as f64) != 0
}

/// Room for so many bytes, which `answer` takes back.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

fn taken(start: *mut u8, length: usize) -> Vec<u8> {
    let room = std::ptr::slice_from_raw_parts_mut(start, length);
    // SAFETY: the caller gives back what `room` gave it, with the length it asked for, once.
    unsafe { Box::from_raw(room) }.into_vec()
}

/// Carries out a call: its head (time, method and address, a line each) and its body, each in a room of its own. The length of the
/// reply.
#[unsafe(no_mangle)]
pub extern "C" fn answer(
    head: *mut u8,
    head_length: usize,
    body: *mut u8,
    body_length: usize,
) -> usize {
    let (head, body) = (taken(head, head_length), taken(body, body_length));
    let head = String::from_utf8_lossy(&head);
    let reply = DOOR.with(|door| door.as_ref().map(|door| door.answer(&head, body)));
    REPLY.replace(reply.unwrap_or_default());
    REPLY.with_borrow(Vec::len)
}

/// Where the reply to the last call is, until the next one.
#[unsafe(no_mangle)]
pub extern "C" fn reply_start() -> *const u8 {
    REPLY.with_borrow(|reply| reply.as_ptr())
}
