//! Tests of navigation with an in-memory history.

use reactive_graph::traits::Get as _;
use wsis_core::Line;
use wsis_core::address::Opened;
use wsis_core::comparison::{Compared, MAX_COMPARED};
use wsis_platform::history::in_memory;

use super::*;
use crate::test_support::{navigation, navigation_with_notices, run_effects, with_owner};

fn cell(code: &str) -> Selection {
    decode(code).0.selection
}

fn query(navigation: Navigation) -> String {
    navigation.view.with_untracked(encode)
}

#[test]
fn a_selection_can_be_gone_back_from_and_a_filter_change_cannot() {
    with_owner(|| {
        let navigation = navigation("");
        navigation.select(cell("line=C2&goal=9"));
        navigation.edit_filter(|filter| filter.query = "village".parse().ok());
        navigation.set_show(DisplayMode::Gaps);
        assert_eq!(in_memory::entries(), ["", "line=C2&goal=9&show=gaps&q=village"]);
    });
}

#[test]
fn going_back_in_the_browser_restores_the_view_and_its_bad_values() {
    with_owner(|| {
        let (navigation, notices) = navigation_with_notices("");
        navigation.select(cell("goal=4"));
        navigation.sheet.set(Some(Sheet::Entry));
        in_memory::go_back();
        navigation.restore_from_address();
        assert_eq!((query(navigation).as_str(), navigation.sheet.get_untracked()), ("", None));
        in_memory::reset("goal=99", false);
        navigation.restore_from_address();
        assert_eq!(notices.all().len(), 0, "the view of that address is the one shown");
        in_memory::reset("goal=99&line=C1", false);
        navigation.restore_from_address();
        assert_eq!(notices.all().len(), 1);
    });
}

#[test]
fn the_same_view_adds_no_entry() {
    with_owner(|| {
        let navigation = navigation("line=C2");
        navigation.select(Selection::Line(Line::C2));
        navigation.set_language(Language::English);
        assert_eq!(in_memory::entries(), ["line=C2"]);
    });
}

#[test]
fn a_refused_address_is_reported_once_and_the_view_changes_all_the_same() {
    with_owner(|| {
        let (navigation, notices) = navigation_with_notices("");
        in_memory::reset("", true);
        navigation.select(cell("line=C2"));
        navigation.select(cell("line=C3"));
        assert_eq!(notices.all(), [Notice::AddressFixed]);
        assert_eq!(query(navigation), "line=C3");
    });
}

#[test]
fn an_embedded_page_leaves_the_history_to_its_host_and_reports_nothing() {
    with_owner(|| {
        let (navigation, notices) = navigation_with_notices("embed=1");
        navigation.select(cell("line=C2"));
        assert_eq!(in_memory::entries(), ["line=C2&embed=1"]);
        in_memory::reset("", true);
        navigation.select(cell("line=C3"));
        assert!(notices.all().is_empty());
    });
}

#[test]
fn going_back_closes_one_thing_at_a_time() {
    with_owner(|| {
        let navigation = navigation("line=C2&goal=9&project=one");
        navigation.sheet.set(Some(Sheet::Filter));
        navigation.dialog.set(Some(Dialog::Tours));
        assert_eq!(navigation.go_back(), WentBack::FromDialog);
        assert_eq!(navigation.dialog.get_untracked(), None);
        assert_eq!(navigation.go_back(), WentBack::FromSheet(Sheet::Filter));
        assert_eq!(navigation.go_back(), WentBack::FromOpened(Opened::Project("one".parse().unwrap())));
        assert_eq!(navigation.go_back(), WentBack::FromPanel(cell("line=C2&goal=9")));
        assert_eq!(navigation.go_back(), WentBack::Nowhere);
        assert_eq!(query(navigation), "");
    });
}

#[test]
fn an_embedded_cell_cannot_be_closed_but_its_project_can() {
    with_owner(|| {
        let navigation = navigation("line=C2&goal=9&embed=1");
        assert_eq!(navigation.go_back(), WentBack::Nowhere);
        navigation.open(Opened::Project("one".parse().unwrap()));
        assert_eq!(navigation.go_back(), WentBack::FromOpened(Opened::Project("one".parse().unwrap())));
        assert_eq!(navigation.go_back(), WentBack::Nowhere);
    });
}

#[test]
fn a_country_opened_from_a_selection_returns_to_it_in_the_present_language() {
    with_owner(|| {
        let navigation = navigation("line=C2&project=one");
        navigation.show_country(&"BFA".parse().unwrap());
        assert_eq!(query(navigation), "country=BFA");
        navigation.set_language(Language::French);
        assert_eq!(navigation.go_back(), WentBack::FromCountry);
        assert_eq!(query(navigation), "line=C2&lang=fr");
        navigation.show_country(&"BFA".parse().unwrap());
        navigation.select(cell("goal=1"));
        assert_eq!(navigation.go_back(), WentBack::FromPanel(cell("goal=1")));
    });
}

#[test]
fn a_comparison_takes_four_items_and_closes_as_one() {
    with_owner(|| {
        let navigation = navigation("line=C1");
        for code in ["line=C1", "line=C2", "line=C2", "line=C3", "line=C4", "line=C5"] {
            navigation.add_to_comparison(Compared::Selection(cell(code)));
        }
        assert_eq!(navigation.view.with_untracked(|view| view.compare.len()), MAX_COMPARED);
        navigation.remove_from_comparison(&Compared::Selection(cell("line=C4")));
        assert_eq!(navigation.go_back(), WentBack::FromPanel(Selection::None));
        assert_eq!(query(navigation), "");
    });
}

#[test]
fn a_host_changes_the_view_and_learns_which_values_do_not_exist() {
    with_owner(|| {
        let navigation = navigation("embed=1&lens=matrix");
        let set = |name: &str, value: &str| vec![(name.to_owned(), Some(value.to_owned()))];
        assert_eq!(navigation.apply_host_change(&set("line", "C2")), (vec![], None));
        let (bad, extent) = navigation.apply_host_change(&set("goal", "99"));
        assert_eq!((bad.len(), extent), (1, None));
        assert_eq!(navigation.selection.get_untracked(), Selection::Line(Line::C2));
        let (_, extent) = navigation.apply_host_change(&[("lens".to_owned(), None)]);
        assert_eq!(extent, Some(Extent::Row(Line::C2)));
        assert_eq!(navigation.apply_host_change(&set("line", "C3")).1, Some(Extent::Row(Line::C3)));
        assert_eq!(navigation.reset_for_host(), Some(Extent::Matrix));
        assert_eq!(query(navigation), "lens=matrix&embed=1");
    });
}

#[test]
fn leaving_a_presentation_shows_its_last_view_in_the_present_language() {
    with_owner(|| {
        let navigation = navigation("lang=ar&theme=dark");
        navigation.present(Presenting::Stage, None, Overlay::None);
        navigation.set_step(NonZeroU16::new(3));
        assert_eq!(query(navigation), "lang=ar&theme=dark&present=1&step=3");
        navigation.leave_presentation(decode("line=C2&lang=fr").0);
        assert_eq!(query(navigation), "line=C2&lang=ar&theme=dark");
        assert_eq!(in_memory::entries().len(), 3);
    });
}

#[test]
fn another_selection_closes_sheets_and_dialogs_and_an_adjustment_leaves_them() {
    with_owner(|| {
        let navigation = navigation("");
        navigation.sheet.set(Some(Sheet::Filter));
        navigation.edit_filter(|filter| filter.declared = Some(true));
        navigation.set_theme(Some(Theme::Dark));
        assert_eq!(navigation.sheet.get_untracked(), Some(Sheet::Filter));
        navigation.dialog.set(Some(Dialog::Cite));
        navigation.select(cell("goal=4"));
        assert_eq!((navigation.sheet.get_untracked(), navigation.dialog.get_untracked()), (None, None));
    });
}

#[test]
fn the_tray_of_the_comparison_is_shown_and_cleared() {
    with_owner(|| {
        let navigation = navigation("line=C2&goal=9&compare=C2,C5");
        navigation.show_comparison();
        assert_eq!(query(navigation), "compare=C2%2CC5");
        navigation.clear_comparison();
        assert_eq!(query(navigation), "");
    });
}

#[test]
fn the_parts_of_the_view_follow_it() {
    with_owner(|| {
        let navigation = navigation("");
        navigation.set_show(DisplayMode::Projects);
        navigation.set_scale(Scale::Row);
        navigation.toggle_applications();
        run_effects();
        assert_eq!((navigation.show.get(), navigation.scale.get()), (DisplayMode::Projects, Scale::Row));
        assert!(navigation.view.with_untracked(View::shows_applications));
        navigation.toggle_applications();
        assert!(!navigation.view.with_untracked(View::shows_applications));
    });
}
