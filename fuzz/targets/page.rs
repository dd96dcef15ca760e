//! What a browser asks: the first byte chooses the call, a line is the query, the rest is the body. Then the roster is asked for.

#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use recuse::page::{Asked, CALLS, Memory, Page};
use recuse_fuzz::{SCHOOL, chosen};

/// Each page answers so many requests, so that what one leaves behind meets the next.
const REQUESTS: u32 = 50;

fn opened() -> Page {
    let memory = Memory::new();
    memory.tell_time("2026-04-21 10:15:00");
    let page = Page::open(memory).expect("memory is always there");
    for file in SCHOOL.iter() {
        let address = format!("/api/files?name={}", file.name);
        let _ = page.answer("PUT", &Asked::new(&address, file.bytes.clone()));
    }
    page
}

thread_local! {
    static PAGE: RefCell<(Page, u32)> = RefCell::new((opened(), 0));
}

fuzz_target!(|bytes: &[u8]| {
    let Some((call, bytes)) = chosen(bytes, CALLS.len()) else {
        return;
    };
    let call = &CALLS[call];
    let line = bytes
        .iter()
        .position(|&byte| byte == b'\n')
        .unwrap_or(bytes.len());
    let (query, body) = bytes.split_at(line);
    let below = if call.path.ends_with('/') {
        "order.html"
    } else {
        ""
    };
    let address = format!("{}{below}?{}", call.path, String::from_utf8_lossy(query));
    PAGE.with_borrow_mut(|(page, asked)| {
        *asked += 1;
        if *asked > REQUESTS {
            (*page, *asked) = (opened(), 0);
        }
        let body = body.strip_prefix(b"\n").unwrap_or(body).to_vec();
        let _ = page.answer(call.method, &Asked::new(&address, body));
        let _ = page.answer("GET", &Asked::new("/api/roster", Vec::new()));
    });
});
