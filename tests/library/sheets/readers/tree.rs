//! Markup as a tree, good enough for the pages and documents that are read back.

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

/// Elements of HTML that have no end.
const VOID: [&str; 4] = ["meta", "col", "br", "link"];

/// An element.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Child {
    Text(String),
    Node(Node),
}

impl Node {
    /// The whole file as one element.
    pub fn parse(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = false;
        let mut open = vec![Node::default()];
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Start(start) if !VOID.contains(&start.name().as_ref()) => {
                    open.push(Node::of(&start));
                }
                Event::Start(start) | Event::Empty(start) => {
                    let node = Node::of(&start);
                    open.last_mut()
                        .expect("open")
                        .children
                        .push(Child::Node(node));
                }
                Event::End(end) => {
                    let closed = open.pop().expect("open");
                    assert_eq!(closed.name, end.name().as_ref(), "elements are nested");
                    open.last_mut()
                        .expect("open")
                        .children
                        .push(Child::Node(closed));
                }
                Event::Text(text) => push_text(&mut open, &text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let letter =
                        quick_xml::escape::resolve_xml_entity(&reference).map(str::to_owned);
                    let letter = letter.unwrap_or_else(|| {
                        let letter = reference.resolve_char_ref().expect("a reference");
                        letter.expect("a letter").to_string()
                    });
                    push_text(&mut open, &letter);
                }
                Event::Eof => {
                    assert_eq!(open.len(), 1, "every element ends");
                    return open.remove(0);
                }
                _ => {}
            }
        }
    }

    fn of(start: &quick_xml::events::BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .expect("a value");
            (attribute.key.as_ref().to_owned(), value.into_owned())
        });
        Self {
            name: start.name().as_ref().to_owned(),
            attributes: attributes.collect(),
            children: Vec::new(),
        }
    }

    /// Has it that class?
    pub fn is_of(&self, class: &str) -> bool {
        let mut attributes = self.attributes.iter();
        attributes.any(|(key, value)| key == "class" && value.split(' ').any(|one| one == class))
    }

    /// Elements directly in it.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|child| match child {
            Child::Node(node) => Some(node),
            Child::Text(_) => None,
        })
    }

    /// Elements of that name directly in it.
    pub fn named<'n>(&'n self, name: &'n str) -> impl Iterator<Item = &'n Node> {
        self.nodes().filter(move |node| node.name == name)
    }

    /// Elements of that name at any depth, in order.
    pub fn all(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        for node in self.nodes() {
            if node.name == name {
                found.push(node);
            }
            found.extend(node.all(name));
        }
        found
    }

    /// Its text, that of elements within it too.
    pub fn text(&self) -> String {
        let parts = self.children.iter().map(|child| match child {
            Child::Text(text) => text.clone(),
            Child::Node(node) => node.text(),
        });
        parts.collect()
    }
}

fn push_text(open: &mut [Node], text: &str) {
    let node = open.last_mut().expect("open");
    node.children.push(Child::Text(text.to_owned()));
}
