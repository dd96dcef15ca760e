//! What stands outside of the margins of every page: the stamp of a draft, and the page's number.

use crate::domain::Lang;
use crate::lang::pages::page_of;
use crate::sheets::model::Packet;
use crate::sheets::printable::on_one_line;

use super::package::{HEAD, W};
use super::xml::escaped;

/// Namespaces of the drawing that lies across the page.
const DRAWING: &str =
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

/// Height of the letters across the page, and the longest line of them, in points.
const ACROSS: usize = 110;
const LONGEST: usize = 560;

/// Where the stamp lies: in the middle of the text, rising, below the text.
const PLACE: &str = "position:absolute;margin-left:0;margin-top:0;rotation:315;z-index:-251658752;\
    mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
    mso-position-vertical:center;mso-position-vertical-relative:margin";

/// The stamp, on every page: as a line, and large and light across the page. Empty where there is none.
pub fn header(packet: &Packet) -> String {
    let stamp = packet.stamp.as_deref().map(on_one_line).unwrap_or_default();
    let (line, across) = if stamp.is_empty() {
        (String::new(), String::new())
    } else {
        (line(&stamp), across(&stamp))
    };
    format!(
        "{HEAD}<w:hdr {W} {DRAWING}><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>{line}{across}</w:p></w:hdr>"
    )
}

fn line(stamp: &str) -> String {
    format!(
        "<w:r><w:rPr><w:b/><w:bCs/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/></w:rPr>\
         <w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escaped(stamp)
    )
}

/// Letters stretched along a line, as Word itself draws a watermark; the shape's name is what programs know it by.
fn across(stamp: &str) -> String {
    let width = (stamp.chars().count() * ACROSS * 3 / 4).clamp(ACROSS, LONGEST);
    format!(
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>\
         <v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\">\
         <v:formulas><v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/>\
         <v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/><v:f eqn=\"if @0 0 @2\"/>\
         <v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/><v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/>\
         <v:f eqn=\"mid @6 @7\"/><v:f eqn=\"sum @6 0 @5\"/></v:formulas>\
         <v:path textpathok=\"t\" o:connecttype=\"custom\" o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/>\
         <v:textpath on=\"t\" fitshape=\"t\"/>\
         <v:handles><v:h position=\"#0,bottomRight\" xrange=\"6629,14971\"/></v:handles>\
         <o:lock v:ext=\"edit\" text=\"t\" shapetype=\"t\"/></v:shapetype>\
         <v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" alt=\"\" \
         style=\"{PLACE};width:{width}pt;height:{ACROSS}pt\" o:allowincell=\"f\" fillcolor=\"#f0d8d5\" stroked=\"f\">\
         <v:textpath style=\"font-family:&quot;Times New Roman&quot;;font-size:1pt;font-weight:bold\" string=\"{}\"/></v:shape>\
         </w:pict></w:r>",
        escaped(stamp)
    )
}

/// Number of the page and of all pages.
pub fn footer(lang: Lang) -> String {
    let small = "<w:rPr><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>";
    let text = |text: &str| format!("<w:r>{small}<w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let field = |name: &str| {
        format!(
            "<w:fldSimple w:instr=\" {name} \">{}</w:fldSimple>",
            text("1")
        )
    };
    // The sentence around two numbers, cut where they stand.
    let sentence = page_of("\u{1}", "\u{2}", lang);
    let (before, rest) = sentence.split_once('\u{1}').unwrap_or((&sentence, ""));
    let (between, after) = rest.split_once('\u{2}').unwrap_or((rest, ""));
    format!(
        "{HEAD}<w:ftr {W}><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}{}{}{}{}</w:p></w:ftr>",
        text(before),
        field("PAGE"),
        text(between),
        field("NUMPAGES"),
        text(after)
    )
}
