//! Keys of keyboards and clickers as commands.

use super::command::Act;
use super::overlay::Cover;
use crate::language::Direction;

/// A key press as browsers report it.
#[derive(Debug, Clone, Copy)]
pub struct Pressed<'k> {
    /// Character or name of the key, such as `b` or `PageDown`.
    pub key: &'k str,
    /// Physical key, such as `KeyB`, for keyboards of other scripts.
    pub code: &'k str,
    /// True if Shift is held.
    pub shift: bool,
    /// True if Ctrl, Alt or the system key is held: the key then belongs to the browser.
    pub held: bool,
}

/// Command of a key press, if it has one. `letters` enables single letters, which some assistive tools type
/// unintentionally.
#[must_use]
pub fn act_of(pressed: Pressed<'_>, direction: Direction, letters: bool) -> Option<Act> {
    if pressed.held {
        return None;
    }
    let onward = |to_the_right: bool| {
        let next = to_the_right == (direction == Direction::LeftToRight);
        if next { Act::Next } else { Act::Back }
    };
    let act = match pressed.key {
        "ArrowRight" => onward(true),
        "ArrowLeft" => onward(false),
        " " if pressed.shift => Act::Back,
        " " | "PageDown" | "ArrowDown" => Act::Next,
        "PageUp" | "ArrowUp" | "Backspace" => Act::Back,
        "Home" => Act::First,
        "End" => Act::Last,
        "Enter" => Act::Enter,
        "Escape" => Act::Leave,
        "F5" if pressed.shift => Act::Resume,
        "F5" => Act::Start,
        // Clickers send this key for a black screen.
        "." => Act::Cover(Cover::Black),
        "," => Act::Cover(Cover::White),
        "?" => Act::Cover(Cover::Help),
        key => return digit(key).or_else(|| if letters { letter(pressed) } else { None }),
    };
    Some(act)
}

fn digit(key: &str) -> Option<Act> {
    // Includes the digits of Arabic keyboards.
    let mut letters = key.chars();
    let (letter, end) = (letters.next()?, letters.next());
    let number = match letter {
        '0'..='9' => u32::from(letter) - u32::from('0'),
        '\u{0660}'..='\u{0669}' => u32::from(letter) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(letter) - 0x06F0,
        _ => return None,
    };
    end.is_none().then_some(Act::Digit(u8::try_from(number).ok()?))
}

fn letter(pressed: Pressed<'_>) -> Option<Act> {
    let latin = pressed.key.len() == 1 && pressed.key.bytes().all(|byte| byte.is_ascii_alphabetic());
    let letter = if latin { pressed.key } else { pressed.code.strip_prefix("Key")? };
    Some(match letter.to_ascii_lowercase().as_str() {
        "b" => Act::Cover(Cover::Black),
        "w" => Act::Cover(Cover::White),
        "o" => Act::Cover(Cover::Overview),
        "h" => Act::Cover(Cover::Help),
        "q" => Act::Cover(Cover::Code),
        "k" => Act::Cover(Cover::Check),
        "p" => Act::Cover(Cover::HandOut),
        "a" => Act::Auto,
        "c" => Act::Captions,
        "f" => Act::FullScreen,
        "s" => Act::Speaker,
        _ => return None,
    })
}
