//! The order of the rows and columns in the table: elements are moved and not drawn anew.

use web_sys::Element;
use wsis_core::Line;
use wsis_core::arrangement::Arrangement;
use wsis_platform::elements;

/// Puts the groups of rows into the order of their lines, and headers and cells into that of their goals.
pub(crate) fn put_in_order(table: &Element, arrangement: &Arrangement) {
    let goals: Vec<String> = arrangement.goals().iter().map(ToString::to_string).collect();
    for row in elements::all(table, "tr") {
        put(&row, |cell| cell.get_attribute("data-goal"), goals.iter().map(String::as_str));
    }
    let line = |group: &Element| line_of_group(group).map(|line| line.id().to_owned());
    put(table, line, arrangement.lines().iter().map(|line| line.id()));
}

/// The line of a group of rows; none for head, margin and totals.
pub(crate) fn line_of_group(group: &Element) -> Option<Line> {
    group.first_element_child()?.get_attribute("data-line")?.parse().ok()
}

/// Puts the children into an order of their names. What stands before or after all of them stays there: headers, margin
/// and totals.
fn put<'n>(
    parent: &Element,
    name: impl Fn(&Element) -> Option<String>,
    order: impl Iterator<Item = &'n str>,
) {
    let children = elements::children(parent);
    let names: Vec<Option<String>> = children.iter().map(name).collect();
    let last = children.iter().zip(&names).rev().find(|(_, name)| name.is_some());
    let after = last.and_then(|(last, _)| last.next_sibling());
    // Seventeen at most: a map would be 2 kB more to load.
    let named = |wanted: &str| names.iter().position(|name| name.as_deref() == Some(wanted));
    for child in order.filter_map(named).filter_map(|at| children.get(at)) {
        // What moves is no ancestor of its parent, so this cannot fail.
        let _ = parent.insert_before(child, after.as_ref());
    }
}
