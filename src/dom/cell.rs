//! What a cell of the grid shows, changed in place. Three hundred cells that each follow a signal by themselves would
//! take longer to be told than to be changed.

use web_sys::Element;

use super::document;

/// The parts of a cell that change.
pub(crate) struct CellParts<'p> {
    /// The character or number in the middle.
    pub(crate) mark: &'p str,
    /// The number beside it.
    pub(crate) declared: &'p str,
    /// Whether the sign of derived projects is there.
    pub(crate) derived: bool,
    /// The shade, if there is one.
    pub(crate) heat: Option<String>,
    /// The kind of gap, if gaps are shown.
    pub(crate) gap: Option<&'p str>,
    /// What a screen reader says.
    pub(crate) label: &'p str,
}

/// Changes the cell with this id; one that is not drawn now is drawn as it has to be later.
pub(crate) fn change(id: &str, parts: &CellParts<'_>) {
    let Some(cell) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    set(&cell, "data-heat", parts.heat.as_deref());
    set(&cell, "data-gap", parts.gap);
    set(&cell, "aria-label", Some(parts.label));
    let marks = cell.children();
    if let Some(mark) = marks.item(0) {
        mark.set_text_content(Some(parts.mark));
    }
    if let Some(declared) = marks.item(1) {
        declared.set_text_content(Some(parts.declared));
    }
    if let Some(derived) = marks.item(2) {
        set(&derived, "hidden", (!parts.derived).then_some(""));
    }
}

/// Sets or removes an attribute. The names are constants of this program and well-formed, so neither call can fail.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
