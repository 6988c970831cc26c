//! The elements of an XML file in an archive, one after the other. May use zip and quick-xml.

use std::io::{BufReader, Cursor};

use anyhow::{Context, Result};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// A workbook as the archive it is.
pub(super) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The beginning or the end of an element, by its name without a prefix.
pub(super) enum Tag<'e> {
    Open(&'e str, &'e BytesStart<'e>),
    Close(&'e str),
}

/// Visits all tags of a file; an element without content has both.
pub(super) fn each_tag(archive: &mut Archive<'_>, path: &str, mut visit: impl FnMut(Tag<'_>)) -> Result<()> {
    let file = archive.by_name(path).with_context(|| format!("no {path} in the archive"))?;
    let mut reader = Reader::from_reader(BufReader::new(file));
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => visit(Tag::Open(element.local_name().as_ref(), &element)),
            Event::End(element) => visit(Tag::Close(element.local_name().as_ref())),
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// An attribute by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(html_escape::decode_html_entities(&found.value).into_owned())
}

/// A number in an attribute.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}
